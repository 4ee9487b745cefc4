import { Moment } from './Clock.tsx'
import type { FacilitatorPreviewProps } from './FacilitatorPreview.tsx'

/** What a facilitator should know before deciding: what moved, why it cannot be done, who objects, what closes with it. */
export function FacilitatorWarnings({
  objections,
  superseded,
  refused,
  movedOn,
}: Pick<FacilitatorPreviewProps, 'objections' | 'superseded' | 'refused' | 'movedOn'>) {
  const parties = new Set(objections.map(({ party }) => party.id)).size
  return (
    <>
      {movedOn && (
        <p className="warn" role="alert">
          <b>The text has changed.</b> Nothing was decided. This is how it reads now; please look again.
        </p>
      )}
      {refused !== null && (
        <p className="warn" role="alert">
          <b>It cannot be incorporated now.</b> {refused}
        </p>
      )}
      {parties > 0 && (
        <div className="warn">
          <b>{parties === 1 ? 'One party still objects:' : `${parties} parties still object:`}</b>
          <ul>
            {objections.map(({ stance, party }) => (
              <li key={stance.id}>
                {party.name}: {stance.kind}
                {stance.reason !== null && `, ${stance.reason}`}, <Moment at={stance.at} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {superseded.length > 0 && (
        <p className="fact">
          {superseded.length === 1 ? 'One rival closes' : `${superseded.length} rivals close`} as superseded:{' '}
          {superseded.map(({ party }) => party.short).join(', ')}.
        </p>
      )}
    </>
  )
}

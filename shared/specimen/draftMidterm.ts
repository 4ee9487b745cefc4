/**
 * The zero draft of a declaration for the midterm review of 2024, written for this product, as plain text to be pasted
 * or imported: the text on which the specimen's parties table their proposals. It carries over, alters, moves, splits
 * and merges paragraphs of `declaration2019`, so that a comparison of the two has something to show (D26).
 */
export const draftMidterm: string = `E/CN.7/2024/CRP.3

Commission on Narcotic Drugs

Sixty-seventh session

Vienna, 14–22 March 2024

Item 3 of the provisional agenda

Zero draft

Abridged rendering in our own words, not the official text

Specimen: the proposals and positions shown with this text are invented and are those of no State or group

Draft declaration for the midterm review

We, the Ministers and heads of delegation who have come together in Vienna on 14 and 15 March 2024 for the high-level segment of the Commission’s sixty-seventh session, have undertaken the midterm review foreseen in the Ministerial Declaration of 2019,¹ have taken stock of what our countries have promised, of what they have done and of what remains to be done about the world drug problem, and have agreed on the following.

I. Commitments renewed

1. We stand by the promises of the Political Declaration and Plan of Action of 2009,² the Joint Ministerial Statement of 2014,³ the outcome document adopted by the General Assembly at its special session of 2016,⁴ and the Ministerial Declaration of 2019. We regard these texts as complementary and mutually reinforcing, and we resolve to carry all of them out in full before the review of 2029.

2. We reaffirm that action against the world drug problem must respect the Charter of the United Nations and international law, the sovereignty and territorial integrity of States and the Universal Declaration of Human Rights, and that it must promote and protect, at all times, all human rights, fundamental freedoms and the dignity of every person.

3. We also reaffirm that the three international drug control conventions,⁵ together with other relevant instruments, remain the foundation on which international drug control is built, and that they leave Parties the room they need to shape their own policies within the limits that those treaties set. We invite States that have not yet joined them to consider doing so.

4. We recognize that no State can meet this challenge alone. On the basis of common and shared responsibility, we commit ourselves to policies that are balanced, integrated and grounded in scientific evidence, that take account of age and gender, and that give equal weight to health, security and development.

5. We remain determined to build societies in which everyone can live in health, safety and dignity, free of the harm that drug abuse brings, and we place the individual, the family and the community at the centre of our policies, with particular regard for children, young people, women and persons in vulnerable situations.

6. We reaffirm that within the United Nations the Commission on Narcotic Drugs bears the prime responsibility for drug control. We value the leading part taken by the United Nations Office on Drugs and Crime, and the tasks that the conventions entrust to the International Narcotics Control Board and to the World Health Organization.

7. We renew our resolve to prevent, and to reduce measurably, the illicit cultivation, production and manufacture of drugs, including synthetic drugs, the trafficking in them and their abuse; to keep precursors from being diverted; to deprive criminals of their proceeds; and to widen access to controlled medicines for those who suffer pain, while guarding against diversion.

8. We note that the Sustainable Development Goals,⁶ to which our Governments have all subscribed, and our drug policies stand or fall together, that poverty, exclusion and weak institutions are both a cause and a consequence of the illicit drug trade, and that the review of 2029 will come only a year ahead of the date set for the Goals.

9. We pay tribute to all who have given their lives in this work, and to the officers, health workers, teachers and volunteers who carried it on, often at great risk and with small means, through the years of the pandemic.

II. Stocktaking

10. We thank the Chairs, the experts and all others who took part in the Commission’s thematic discussions of the years 2019 to 2023,⁷ in which each of the challenges named in 2019 was examined in turn, together with ways of meeting it.

11. We acknowledge that the past five years have brought tangible results. Early warning systems are more numerous and serve better, laboratories identify more substances, alternative development looks first to the people whom it is meant to help, and competent authorities have gained in skill and in means.

12. We note nevertheless that the challenges named five years ago still stand, that they touch States differently, and that much of what was promised is still to be done.

13. We reiterate our concern about the following challenges, some of them persistent and some of them new:

(a) the range of drugs and of their markets keeps widening, and synthetic drugs take a growing share of both;

(b) illicit cultivation, production and trafficking have never been so high, and more precursors are sought, and diverted from domestic trade, than before;

(c) drug trafficking is ever more closely tied to corruption and to other organized crime, among it trafficking in persons and in firearms, cybercrime, money-laundering and, at times, terrorism and its financing;

(d) little of the money that drug trafficking yields, and that is then laundered, more and more often through virtual assets, is ever confiscated;

(e) patients in many countries, and above all in poorer ones, still have little or no access to controlled medicines against pain and for palliative care;

(f) treatment and health services still reach only one in five of those who need them, and more people die from drug use than five years ago;

(g) HIV, hepatitis C and other blood-borne infections continue to spread through drug use, in some countries mainly by injection;

(h) the damage that new psychoactive substances do to health, and the risks they carry, remain alarming, and the number of these substances has grown;

(i) synthetic opioids and prescription medicines taken for non-medical purposes endanger the public, and confront science, lawmakers and regulators with questions, not least of scheduling;

(j) criminals turn more and more to information and communications technologies to sell, to recruit, to pay and to hide;

(k) reliable data are still missing for many parts of the world and for many sides of the problem;

(l) responses that do not conform to the three conventions, or to the obligations of States under international human rights law, hold back the implementation of what we have jointly promised.

14. We see these challenges change, and some of them spread and grow, with effects on public health and public safety not known before, and we express particular concern about:

(a) the surge in synthetic drugs, which can be made anywhere, by few people and in little space;

(b) the growing violence of the groups that control the trade, and its toll on the communities along their routes;

(c) the pressure that these groups bring to bear on ports, on postal services and on the institutions of small States;

(d) the gap between the tasks that States and the Office are set and the means that they are given;

(e) the number of lives lost, among them those of many young people who might have been reached in time.

15. We recognize that the pandemic of coronavirus disease changed how drugs are bought, sold and taken, that services which moved to the telephone, to the screen and to the patient’s own door proved their worth, and that what was found to be safe and effective should outlast the emergency.

16. We acknowledge what States do, on the strength of evidence, to prevent drug abuse, to treat those who depend on drugs and to support recovery, and likewise what they do, through law enforcement and border control, to keep drugs and precursors from reaching the market.

17. We observe that countries of production, of transit and of destination alike bear a heavy burden, often without the means that it would take to lighten it, and that countries once only of transit have become markets as well.

18. We welcome the steps that some States have taken to make known what works, and the part that civil society, academia and the private sector have played in learning from it.

III. Way forward

A. Cooperation at all levels

19. We commit ourselves to carrying out the policy documents of 2009, 2014, 2016 and 2019 at a quicker pace, and to meeting the challenges named in this text with measures that are proportionate, that rest on evidence and that respect the law, so that nobody is left behind.

20. We will share what we learn, in the Commission and its subsidiary bodies, more regularly and in a form that others can put to use, and will give an account there of what has not worked as well as of what has.

21. We invite those who do the work, among them police and customs officers, judges and prosecutors, nurses and doctors, civil society, the scientific community and affected communities, to contribute to the Commission’s discussions, which are to be open and inclusive.

22. We commit ourselves to acting together against the criminal groups that live off the drug trade, by cutting their flow of precursors, firearms and money, by exchanging operational information without delay, and by assisting each other in investigations, in extradition and in the recovery of assets.

23. We encourage States to strengthen prevention, early in life and at every later stage, and to offer treatment, rehabilitation and support for recovery and for the return to society to all who need them, without discrimination.

24. We undertake to do what national law permits to lessen the harm that drug abuse does to health and to society, and in particular to halt the transmission of HIV, of viral hepatitis and of other blood-borne infections, and to prevent deaths from overdose.

25. We resolve to remove the barriers of law, price, training and supply that keep controlled substances from patients, not least in emergencies, and to guard at the same time against the diversion and misuse of those substances.

26. We will ask of our criminal justice systems that penalties be in proportion to the offence, and that alternatives to conviction or punishment be open in appropriate cases, within the bounds of the conventions and of domestic law.

B. Data and evidence

27. We undertake to gather better data, broken down by age, sex and region, to compare and publish them, and to answer the annual report questionnaire completely and on time.

28. We commit ourselves to measuring the effects of our own policies, both those intended and those not, and to letting what we find guide what we do; to this end we ask the Office, the Board and the World Health Organization to help States that lack the capacity.

C. Innovation and technology

29. We encourage the use of new technology to detect substances, to warn in time, to reach patients and to trace illicit proceeds, with due regard for privacy, for the rights of those concerned and for the law of each State.

30. We recognize the gaps in technology between States, and will help to close them through technical assistance, through training and through the transfer of technology, so that laboratories and services in every region can work to the same standard.

D. Resources and review

31. We request the United Nations Office on Drugs and Crime to offer more technical assistance, to those States that ask for it and above all to those most affected, including transit States, and we invite donors, both old and new, to contribute extrabudgetary resources that are adequate and predictable.

32. We intend to support communities that depend on illicit crops with alternative development that lasts, in keeping with the United Nations Guiding Principles on Alternative Development,⁸ and to open to what they grow instead a fair way to the market.

33. We encourage the entities of the United Nations system, international financial institutions and regional organizations to bring what they know before the Commission, each within its mandate, so that the system speaks with one voice on drugs.

34. We will meet again in the Commission in 2029 to measure what each of us has done, and we ask the Commission to prepare that review through thematic discussions in each of the years until then.

¹ See *Official Records of the Economic and Social Council, 2019, Supplement No. 8* (E/2019/28), chap. I, sect. B.

² *Ibid.*, *2009, Supplement No. 8* (E/2009/28), chap. I, sect. C.

³ *Ibid.*, *2014, Supplement No. 8* (E/2014/28), chap. I, sect. C.

⁴ General Assembly resolution S-30/1, annex.

⁵ United Nations, *Treaty Series*, vols. 976, 1019 and 1582, Nos. 14152, 14956 and 27627.

⁶ See General Assembly resolution 70/1.

⁷ The Chairs’ summaries of those discussions are reproduced in document E/CN.7/2024/CRP.2.

⁸ General Assembly resolution 68/196, annex.
`

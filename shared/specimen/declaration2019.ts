/**
 * The Ministerial Declaration of 2019, abridged and told in words of our own, as plain text to be pasted or imported:
 * what the specimen draft is compared with. The order of its parts and its twelve challenges are those of the
 * declaration (D27); its sentences are not, and it must never be quoted as agreed language.
 */
export const declaration2019: string = `Commission on Narcotic Drugs

Sixty-second session

Vienna, 14–22 March 2019

Ministerial segment

Abridged rendering in our own words, not the official text

Ministerial Declaration of 2019

We, the Ministers and heads of delegation who have come together in Vienna on 14 and 15 March 2019 for the ministerial segment of the Commission’s sixty-second session, ten years after the Political Declaration of 2009, have taken stock of what our countries have promised, of what they have done and of what remains to be done about the world drug problem, and have agreed on the following.

I. Commitments

1. We stand by the promises of the Political Declaration and Plan of Action of 2009 and the Joint Ministerial Statement of 2014,¹ and by those of the outcome document adopted by the General Assembly at its special session of 2016.² We regard these texts as complementary and mutually reinforcing, and we resolve to carry all of them out in full and at a quicker pace.

2. We reaffirm that action against the world drug problem must respect the Charter of the United Nations and international law, the sovereignty of States and the Universal Declaration of Human Rights,³ and that it must protect, at all times, all human rights, fundamental freedoms and the dignity of every person.

3. We share the aim of a society free of drug abuse, in which everyone can live in health, safety and dignity, and we place the individual, the family and the community at the centre of our policies, with particular regard for children, young people and women.

4. We reaffirm that the Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol,⁴ the Convention on Psychotropic Substances of 1971,⁵ and the United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances of 1988,⁶ together with other relevant instruments, are the foundation on which international drug control is built, and that they leave Parties the room they need to shape their own policies within the limits that those treaties set. We invite States that have not yet joined them to consider doing so.

5. We recognize that no State can meet this challenge alone. On the basis of common and shared responsibility, we commit ourselves to policies that are balanced, integrated and grounded in scientific evidence, and that give equal weight to health, security and development.

6. We reaffirm that within the United Nations the Commission on Narcotic Drugs bears the prime responsibility for drug control. We value the work of the United Nations Office on Drugs and Crime, and the tasks that the conventions entrust to the International Narcotics Control Board and to the World Health Organization.

7. We renew our resolve to prevent, and to reduce measurably, the illicit cultivation, production and manufacture of drugs, the trade in them and their abuse; to keep precursors from being diverted; to deprive criminals of their proceeds; and to widen access to controlled medicines for those who suffer pain, while guarding against diversion.

8. We pay tribute to all who have given their lives in this work, and to the officers, health workers, teachers and volunteers who carry it on, often at great risk and with small means.

9. We note that the Sustainable Development Goals,⁷ to which our Governments have all subscribed, and our drug policies stand or fall together, and that poverty, exclusion and weak institutions are both a cause and a consequence of the illicit drug trade.

II. Stocktaking

10. We acknowledge that the past ten years have brought tangible results. The problem is better understood, more countries have a national strategy, information travels faster between services, and competent authorities have gained in skill and in means.

11. We recognize, all the same, that the aims set in 2009 keep their force after the year 2019, and that much of what was promised is still to be done.

12. We note with concern the following challenges, some of them persistent and some of them new:

(a) the range of drugs and of their markets keeps widening;

(b) illicit cultivation, production and trafficking have never been so high, and more precursors are sought, and diverted from domestic trade, than before;

(c) drug trafficking is ever more closely tied to corruption and to other organized crime, among it trafficking in persons and in firearms, cybercrime, money-laundering and, at times, terrorism and its financing;

(d) little of the money that drug trafficking yields, and that is then laundered, is ever confiscated;

(e) patients in many countries still have little or no access to controlled medicines against pain and for palliative care;

(f) treatment and health services still do not reach most of those who need them, and more people die from drug use than ten years ago;

(g) HIV, hepatitis C and other blood-borne infections continue to spread through drug use, in some countries mainly by injection;

(h) the damage that new psychoactive substances do to health, and the risks they carry, have become alarming;

(i) synthetic opioids and prescription medicines taken for non-medical purposes endanger the public, and confront science, lawmakers and regulators with questions, not least of scheduling;

(j) criminals turn more and more to information and communications technologies to sell, to pay and to hide;

(k) reliable data are missing for many parts of the world and for many sides of the problem;

(l) responses that do not conform to the three conventions, or to the obligations of States under international human rights law, hold back the implementation of what we have jointly promised.

13. We observe that these challenges touch States differently, and that countries of production, of transit and of destination alike bear a heavy burden, often without the means that it would take to lighten it.

14. We welcome the steps that some States have taken to make known what works, and the part that civil society, academia and the private sector have played in learning from it.

III. Way forward

15. We commit ourselves to carrying out the policy documents of 2009, 2014 and 2016 at a quicker pace, and to meeting the challenges named in this text with measures that are proportionate, that rest on evidence and that respect the law.

16. We will share what we learn, in the Commission and its subsidiary bodies, with those who do the work: police and customs officers, judges and prosecutors, nurses and doctors, and the communities in which they serve.

17. We resolve to strengthen prevention, early in life and at every later stage, and to offer treatment, rehabilitation and support for recovery and for the return to society to all who need them, without discrimination.

18. We undertake to do what national law permits to lessen the harm that drug abuse does to health and to society, and in particular to halt the transmission of HIV, of viral hepatitis and of other blood-borne infections.

19. We resolve to remove the barriers of law, price, training and supply that keep controlled substances from patients, and to guard at the same time against the diversion and misuse of those substances.

20. We commit ourselves to acting together against the criminal groups that live off the drug trade, by cutting their flow of precursors, firearms and money, by exchanging operational information, and by assisting each other in investigations and in the recovery of assets.

21. We will ask of our criminal justice systems that penalties be in proportion to the offence, and that alternatives to conviction or punishment be open in appropriate cases, within the bounds of the conventions and of domestic law.

22. We intend to support communities that depend on illicit crops with alternative development that lasts, in keeping with the United Nations Guiding Principles on Alternative Development,⁸ and to open to what they grow instead a fair way to the market.

23. We will speed up the scheduling of substances that endanger the public, on the advice of the World Health Organization and of the Board, and will warn each other early of those that appear for the first time.

24. We undertake to gather better data, to compare and publish them, and to answer the annual report questionnaire completely and on time; to this end we ask the Office, the Board and the World Health Organization to help States that lack the capacity.

25. We request the United Nations Office on Drugs and Crime to offer more technical assistance, to those States that ask for it and above all to those most affected, and we invite donors, both old and new, to contribute extrabudgetary resources.

26. We encourage the entities of the United Nations system, international financial institutions and regional organizations to bring what they know before the Commission, each within its mandate, so that the system speaks with one voice on drugs.

27. We invite all relevant stakeholders, among them civil society, the scientific community and affected communities, to contribute to the Commission’s discussions, which are to be open and inclusive.

28. We decide to return to this text in the Commission: at a midterm review in 2024, and at a full review in 2029, when we shall measure what each of us has done.

¹ See *Official Records of the Economic and Social Council, 2009, Supplement No. 8* (E/2009/28), chap. I, sect. C, and *2014, Supplement No. 8* (E/2014/28), chap. I, sect. C.

² General Assembly resolution S-30/1, annex.

³ General Assembly resolution 217 A (III).

⁴ United Nations, *Treaty Series*, vol. 976, No. 14152.

⁵ *Ibid.*, vol. 1019, No. 14956.

⁶ *Ibid.*, vol. 1582, No. 27627.

⁷ See General Assembly resolution 70/1.

⁸ General Assembly resolution 68/196, annex.
`

/** What generated entries and questions say of each topic, in plain words. */

interface Subject {
	/** Stands in "rules on …", "… in Kenya". */
	noun: string;
	/** Whole questions; {place} is a country's name. */
	questions: readonly string[];
	/** Who or what an entry speaks of. */
	actors: readonly string[];
	/** What an entry speaks of. */
	matters: readonly string[];
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
	legality: {
		noun: 'owning crypto',
		questions: [
			'Is crypto legal in {place}?',
			'Is it legal to own bitcoin in {place}?',
			'Did {place} ban cryptocurrency?',
		],
		actors: ['private holders', 'residents', 'individuals who hold coins', 'companies that hold tokens'],
		matters: [
			'holding and selling virtual assets',
			'the legal nature of tokens',
			'ownership of digital assets',
			'trade between private persons',
		],
	},
	payments: {
		noun: 'paying with crypto',
		questions: [
			'Can I pay with bitcoin in {place}?',
			'Is bitcoin legal tender in {place}?',
			'Can shops in {place} accept crypto?',
		],
		actors: ['merchants', 'shops and restaurants', 'payment institutions', 'employers'],
		matters: [
			'payments in virtual currency',
			'settling invoices in tokens',
			'wages paid in coins',
			'payment terminals that take coins',
		],
	},
	mining: {
		noun: 'crypto mining',
		questions: [
			'Is crypto mining legal in {place}?',
			'Can I mine bitcoin in {place}?',
			'Do miners need a licence in {place}?',
		],
		actors: ['miners', 'operators of mining farms', 'data centres', 'importers of mining machines'],
		matters: [
			'electricity for mining',
			'connecting mining farms to the grid',
			'imported mining hardware',
			'mining pools',
		],
	},
	exchanges: {
		noun: 'crypto exchanges',
		questions: [
			'Do crypto exchanges need a licence in {place}?',
			'Are crypto exchanges regulated in {place}?',
			'How do I register a crypto exchange in {place}?',
		],
		actors: ['exchanges', 'custodians', 'brokers of virtual assets', 'trading platforms'],
		matters: [
			'keeping customer assets apart',
			'licences for service providers',
			'capital of trading platforms',
			'listing of tokens',
		],
	},
	'token-offerings': {
		noun: 'token offerings',
		questions: [
			'Are ICOs legal in {place}?',
			'Can I launch a token sale in {place}?',
			'Are tokens securities in {place}?',
		],
		actors: ['issuers of tokens', 'founders of a token sale', 'underwriters', 'fundraising platforms'],
		matters: ['white papers', 'public offers of tokens', 'tokenised shares and bonds', 'limits for small investors'],
	},
	stablecoins: {
		noun: 'stablecoins',
		questions: [
			'Are stablecoins regulated in {place}?',
			'Is USDT allowed in {place}?',
			'Who may issue a stablecoin in {place}?',
		],
		actors: ['stablecoin issuers', 'reserve managers', 'distributors of dollar tokens', 'holders of pegged coins'],
		matters: ['reserves behind stablecoins', 'redemption at par', 'foreign stablecoins', 'interest on stablecoins'],
	},
	tax: {
		noun: 'crypto tax',
		questions: [
			'How is crypto taxed in {place}?',
			'Is there a tax on bitcoin gains in {place}?',
			'Do I pay capital gains tax on crypto in {place}?',
		],
		actors: ['taxpayers', 'traders', 'companies with crypto income', 'small holders'],
		matters: ['gains from selling coins', 'income from staking', 'losses carried forward', 'reports to the tax office'],
	},
	aml: {
		noun: 'crypto money laundering',
		questions: [
			'Is KYC required for crypto in {place}?',
			'Does {place} apply the travel rule to crypto?',
			'What are the anti-money-laundering rules for crypto in {place}?',
		],
		actors: ['obliged entities', 'compliance officers', 'transfer services', 'wallet providers'],
		matters: [
			'customer checks',
			'data of sender and recipient',
			'suspicious transfers',
			'transfers to self-hosted wallets',
		],
	},
	cbdc: {
		noun: 'central bank digital currency',
		questions: [
			'Does {place} have a CBDC?',
			'Is {place} planning a central bank digital currency?',
			'When will {place} launch a CBDC?',
		],
		actors: ['the central bank', 'pilot banks', 'the project team', 'test users'],
		matters: [
			'a retail digital currency',
			'wholesale settlement in central bank money',
			'offline payments in digital cash',
			'the privacy of digital cash',
		],
	},
	banking: {
		noun: 'banks and crypto',
		questions: [
			'Can banks hold crypto in {place}?',
			'Can banks in {place} serve crypto companies?',
			'Do banks in {place} offer crypto custody?',
		],
		actors: ['commercial banks', 'savings banks', 'licensed lenders', 'bank supervisors'],
		matters: ['accounts for crypto firms', 'capital for crypto exposures', 'custody by banks', 'loans against coins'],
	},
	advertising: {
		noun: 'crypto advertising',
		questions: [
			'Is crypto advertising allowed in {place}?',
			'Can influencers promote crypto in {place}?',
			'Are crypto ads banned in {place}?',
		],
		actors: ['advertisers', 'influencers', 'broadcasters', 'sports clubs with sponsors'],
		matters: [
			'risk warnings in adverts',
			'billboards for coins',
			'celebrity endorsements',
			'bonuses for new customers',
		],
	},
	adoption: {
		noun: 'crypto adoption',
		questions: [
			'Are there bitcoin ETFs in {place}?',
			'What is the blockchain strategy of {place}?',
			'Does {place} have a crypto sandbox?',
		],
		actors: ['ministries', 'state agencies', 'pension funds', 'innovation offices'],
		matters: [
			'a national blockchain strategy',
			'exchange-traded crypto funds',
			'a regulatory sandbox',
			'public registers on a blockchain',
		],
	},
	defi: {
		noun: 'DeFi',
		questions: [
			'Is DeFi regulated in {place}?',
			'Is crypto staking allowed in {place}?',
			'What are the rules for decentralised finance in {place}?',
		],
		actors: [
			'developers of protocols',
			'staking services',
			'front ends of decentralised exchanges',
			'lending protocols',
		],
		matters: ['decentralised protocols', 'staking as a service', 'liquidity pools', 'liability for smart contracts'],
	},
	nft: {
		noun: 'NFTs',
		questions: [
			'Are NFTs regulated in {place}?',
			'Is trading NFTs legal in {place}?',
			'What are the rules for NFTs in {place}?',
		],
		actors: ['NFT marketplaces', 'artists who sell tokens', 'game publishers', 'collectors'],
		matters: ['unique tokens', 'digital collectibles', 'resale of tokenised art', 'fractional NFTs'],
	},
	reserves: {
		noun: 'a state bitcoin reserve',
		questions: [
			'Does {place} have a bitcoin reserve?',
			'How much seized bitcoin does {place} hold?',
			'Is {place} planning a strategic bitcoin reserve?',
		],
		actors: ['the treasury', 'the sovereign fund', 'prosecutors', 'auction houses for seized coins'],
		matters: [
			'coins seized from criminals',
			'a strategic reserve',
			'sales of confiscated coins',
			'state holdings of digital assets',
		],
	},
};

/** The words for a topic; one that was added later has its name alone. */
export function subjectOf(topic: string): Subject {
	const name = topic.replaceAll('-', ' ');
	return (
		SUBJECTS[topic] ?? {
			noun: name,
			questions: [`What are the rules on ${name} in {place}?`],
			actors: ['firms'],
			matters: [name],
		}
	);
}

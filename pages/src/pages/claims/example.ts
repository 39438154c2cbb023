// A text to try the page with, in the words of the project: some of its figures are right, some are not, one depends on the definition, one says too little to be checked.
export const example = `Russia after 2022: a short argument

In 2013 EU states took 57 percent of Russian exports. By 2023 China supplied more than half of Russian imports. Trade between Russia and China doubled between 2013 and 2023.

On resolution A/RES/ES-11/7 the United States voted no. The resolution was adopted by 93 votes to 18. India abstained.

China accounted for 16 percent of world GDP in 2020. Russia spent about 4 percent of its GDP on the military in 2021. Last year North Korea sold Russia 3 million artillery shells.

Finland joined NATO in 2023. Is that a success? It may be one, if the alliance holds together.
`;

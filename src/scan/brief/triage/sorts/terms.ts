import { type Sentence, says } from '../../notes/sentences.js';
import { decided, type Sorted } from '../verdict.js';

const TERM_QUESTION =
  /\b(?:included?|includes|inklusive|inbegriffen|enthalten|dabei|inclus\w*|compris\w*|incluid[oa]s?|incluso|inclus[aei]|compres[aoie]|part of the (?:mix|job|service|price|package|deal)|cover(?:ed|s)?|extra|aparte|a parte|in the price|im preis|on top|separately|for free)\b/;

const MONEY_ASK =
  /\b(?:quote|how much (?:is|does|do|would|will|for|extra|more)|what (?:would|do|does|is) .{0,24}(?:cost|charge|rate|price|fee)|price for|prices? (?:for|of)|your (?:rate|rates|price|prices|fee)|ask about .{0,30}(?:price|cost|rate|tuning price)|angebot|was kostet|wie viel kostet|preis fur|combien|quel (?:est le )?(?:prix|tarif)|devis|cuanto|presupuesto|que precio|quanto (?:custa|fica|cobra|costa|viene)|orcamento|preventivo|che prezzo|discount|deposit|invoice me|send (?:me |us )?(?:an? )?(?:quote|invoice|contract))\b/;

const ROUNDS =
  /\b(?:how many|how often|wie viele|wieviele|combien de|cuant[ao]s|quant[aoie]s?|number of|unlimited|another|free|one more)\b.{0,24}\b(?:revision\w*|rounds?|korrektur\w*|runden|revisiones|rondas|revisoes|rodadas|revisioni|giri|retouches|corrections|allers|versions?|changes|anderungen|cambios|alteracoes|modifiche)\b/;

const MONEY =
  /\b(?:contract|deposit|vertrag|anzahlung|contrat|acompte|contrato|contratto|acconto|pays?|paying|payments?|zahlen|zahlung|payer|pagar|pagare|prices?|costs?|charges?|fees?|rates?|budget|quote|discount|preise?|kosten|kostet|honorar|prix|tarifs?|coute|devis|precios?|cuestan?|cobras?|tarifas?|presupuesto|precos?|custam?|orcamento|prezzo|prezzi|costano?|tariff[ae]|preventivo|revisions?|revision rounds|korrekturen|korrekturschleifen|revisiones|revisoes|revisioni|retouches)\b/;

// Prices, rounds and "is it included" are for the two to agree on.
export function terms(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const asks =
    sentence.isQuestion ||
    says(sentence, 'please', 'canYou', 'wish') ||
    /\bask\b|^(?:wie|how|what|combien|cuant|quant|was)\b/.test(folded);
  if (!asks || (says(sentence, 'inScope') && !sentence.isQuestion)) return null;
  const isMoney = sentence.isQuestion && MONEY.test(folded) && !/\bsample rate\b/.test(folded);
  const isTerm =
    isMoney ||
    MONEY_ASK.test(folded) ||
    ROUNDS.test(folded) ||
    (sentence.isQuestion &&
      TERM_QUESTION.test(folded) &&
      (says(sentence, 'terms') || /\bcover|part of\b/.test(folded)) &&
      !says(sentence, 'level'));
  return isTerm ? decided('agreement') : null;
}

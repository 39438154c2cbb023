using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Figures;

/// <summary>Figures of goods trade.</summary>
internal static class TradeFigures
{
    public static ImmutableArray<FigureDefinition> All { get; } =
    [
        new(
            "trade-share", "a partner's share of goods trade", "The share of a state's or bloc's goods trade with the world that is with a partner.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.Trader,
                FigureParameters.Partner,
                FigureParameters.Choice("flow", "the direction, seen from the state", ["imports", "exports", "both"], "both"),
                FigureParameters.Year,
                FigureParameters.Choice("denominator", "what the share is taken of: the matrix with missing partners filled at their last value, the matrix as held, the customs total that the state published, or the matrix without the CIS", ["filled", "held", "customs", "without-cis"]),
            ],
            ["baci", "baci-2023-mask", "customs-totals"],
            [
                "Goods only; services are not held.",
                "Taiwan is in no source of trade that is held; 2021, 2022 and 2024 are not held, and 2023 lacks pairs in which neither side had reported.",
            ],
            "state=RUS partner=CHN flow=imports year=2023") { Compute = TradeShareAnswers.Share },
        new(
            "indirect-trade-share", "a partner's share of imports with goods that come through third states", "The share of imports that come from a partner directly or through third states.", FigureAnswerKind.Number, Unit.Share,
            [
                FigureParameters.Trader,
                FigureParameters.Partner,
                FigureParameters.Year,
                FigureParameters.Choice("attribution", "what counts as coming through third states: all excess trade through conduits (upper), the two proportional attributions of it, or the partner's part in all deliveries of third states (content)", ["upper", "proportional", "lower", "content"]),
                FigureParameters.Choice("denominator", "what the share is taken of: the matrix with missing partners filled at their last value, the matrix as held, or the customs total that the state published", ["filled", "held", "customs"]),
            ],
            ["baci", "baci-2023-mask", "customs-totals"],
            [
                "Goods only; services are not held.",
                "Taiwan is in no source of trade that is held; 2021, 2022 and 2024 are not held, and 2023 lacks pairs in which neither side had reported.",
                "What passes through third states is not observed: bounds and attributions rest on excess over trend.",
            ],
            "state=RUS partner=CHN year=2023") { Compute = TradeShareAnswers.Indirect },
        new(
            "trade-value", "goods trade with a partner", "The value of goods trade of a state or bloc with a partner, current US dollars.", FigureAnswerKind.Number, Unit.BillionUsd,
            [
                FigureParameters.Trader,
                FigureParameters.Partner,
                FigureParameters.Choice("flow", "the direction, seen from the state", ["imports", "exports", "both"], "both"),
                FigureParameters.Year,
                FigureParameters.Choice("kind", "what is traded; services are not held", ["goods", "services", "goods-and-services"]),
            ],
            ["baci", "baci-2023-mask"],
            [
                "Goods only; services are not held.",
                "Taiwan is in no source of trade that is held; 2021, 2022 and 2024 are not held, and 2023 lacks pairs in which neither side had reported.",
            ],
            "state=USA partner=EU year=2023") { Compute = TradeValueAnswers.Value },
        new(
            "trade-growth", "the change of goods trade with a partner", "The relative change of the value of goods trade with a partner from one year to another, current US dollars.", FigureAnswerKind.Number, Unit.RelativeChange,
            [
                FigureParameters.Trader,
                FigureParameters.Partner,
                FigureParameters.Choice("flow", "the direction, seen from the state", ["imports", "exports", "both"], "both"),
                new("from", FigureParameterKind.Year, "the first year"),
                FigureParameters.Year,
            ],
            ["baci", "baci-2023-mask"],
            [
                "Goods only; services are not held.",
                "Taiwan is in no source of trade that is held; 2021, 2022 and 2024 are not held, and 2023 lacks pairs in which neither side had reported.",
                "Current dollars: inflation and exchange rates are in it.",
            ],
            "state=RUS partner=CHN from=2013 year=2023") { Compute = TradeValueAnswers.Growth },
        new(
            "trade-rank", "the rank of a partner in goods trade", "The rank of a partner among all partners of a state in goods trade, missing partners filled at their last value; a bloc is ranked against the states outside it.", FigureAnswerKind.Number, Unit.Rank,
            [
                FigureParameters.Trader,
                FigureParameters.Partner,
                FigureParameters.Choice("flow", "the direction, seen from the state", ["imports", "exports", "both"], "both"),
                FigureParameters.Year,
            ],
            ["baci", "baci-2023-mask"],
            [
                "Goods only; services are not held.",
                "Taiwan is in no source of trade that is held; 2021, 2022 and 2024 are not held, and 2023 lacks pairs in which neither side had reported.",
            ],
            "state=RUS partner=CHN year=2023") { Compute = TradeValueAnswers.Rank },
        new(
            "trade-balance", "the balance of goods trade with a partner", "Exports to a partner less imports from it, current US dollars.", FigureAnswerKind.Number, Unit.BillionUsd,
            [
                FigureParameters.Trader,
                FigureParameters.Partner,
                FigureParameters.Year,
                FigureParameters.Choice("kind", "what is traded; services are not held", ["goods", "services", "goods-and-services"]),
            ],
            ["baci", "baci-2023-mask"],
            [
                "Goods only; services are not held.",
                "Taiwan is in no source of trade that is held; 2021, 2022 and 2024 are not held, and 2023 lacks pairs in which neither side had reported.",
                "The two sides of a flow report different values; the source reconciles them.",
            ],
            "state=USA partner=CHN year=2023") { Compute = TradeValueAnswers.Balance },
    ];
}

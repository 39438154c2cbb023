using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Models.Tests.Strategy;

/// <summary>A strategy for tests: the United States court Russia away from China in 2025.</summary>
internal static class Sample
{
    public static WedgeStrategy Alone { get; } = new()
    {
        Key = "alone",
        Title = "Test",
        Summary = "Test",
        Divider = 2,
        Target = 365,
        Partner = 710,
        Start = 2025,
        HorizonYears = 10,
        Moves = [new SanctionsMove(true, 365, ["USA"], .8), new GuaranteeMove(["NATO"], -.3), new RecognitionMove("territory", .5), new ArmsMove(369, -.8)],
    };

    public static WedgeStrategy WithEurope { get; } = Alone with { Key = "with-europe", Moves = Alone.Moves.SetItem(0, new SanctionsMove(true, 365, ["Sanctions2022"], .8)) };

    public static WedgeStrategy Nothing { get; } = Alone with { Key = "nothing", Moves = [] };

    public static AssessmentOptions Quick { get; } = new() { Draws = 400, Seed = 7 };

    public static Assessment Assessed(WorldEdition world, WedgeStrategy? strategy = null, AssessmentOptions? options = null) => StrategyAssessment.Assess(world, strategy ?? Alone, options ?? Quick);
}

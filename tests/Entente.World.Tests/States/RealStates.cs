using Entente.World;
using Entente.World.Sources.States;
using Entente.World.States;

namespace Entente.Tests.States;

/// <summary>The state system of the real files, read once.</summary>
internal static class RealStates
{
    private static readonly Lazy<StateSystem> Read = new(() => StateSystemSource.Read(Shared.Path("data/states"), Reference));

    public static string Reference => Path.Combine(Shared.Repository, "data", "reference");

    public static StateSystem System
    {
        get
        {
            _ = Shared.Path("data/states/cow_states.csv");
            return Read.Value;
        }
    }

    public static State Only(string text, int? year = null) => System.Resolve(text, year);

    public static string Refusal(string text, int? year = null) => Should.Throw<InvalidInputException>(() => System.Resolve(text, year)).Message;
}

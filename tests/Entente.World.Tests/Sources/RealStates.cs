using Entente.Tests;
using Entente.World.Sources.States;
using Entente.World.States;

namespace Entente.World.Tests.Sources;

/// <summary>The whole state system, read once from the shared inputs.</summary>
internal static class RealStates
{
    private static readonly Lazy<StateSystem> Read = new(() => StateSystemSource.Read(Shared.Path("data/states"), Path.Combine(Shared.Repository, "data", "reference")));

    public static StateSystem All
    {
        get
        {
            Shared.Path("data/states/cow_states.csv");
            return Read.Value;
        }
    }

    public static int Id(string iso3) => All.FindIso3(iso3).ShouldNotBeNull().Id;
}

using System.Collections.Immutable;
using Entente.World.Sources.Geography;

namespace Entente.World.Sources.Security;

/// <summary>The publishers' own formats that the importers of geography and security read.</summary>
internal static class RecordFormats
{
    /// <summary>All of them; the first that recognises a file is to read it.</summary>
    public static readonly ImmutableArray<PublisherFormat> All =
    [
        new("atop-directed-dyad-years", AtopAlliances.Recognises, AtopAlliances.Read),
        new("cow-capabilities", CowCapabilities.Recognises, CowCapabilities.Read),
        new("cow-contiguity", CowContiguity.Recognises, CowContiguity.Read),
        new("cow-state-system", CowStateSystem.Recognises, CowStateSystem.Read),
        new("ucdp-armed-conflict", UcdpConflicts.Recognises, UcdpConflicts.Read),
        new("vdem-country-years", LiberalDemocracy.Recognises, LiberalDemocracy.Read),
    ];
}

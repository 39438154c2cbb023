using System.Collections.Immutable;
using Entente.World.Security;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    private ImmutableArray<GovernmentTerm>? _governments;
    private ImmutableArray<RecordedPromise>? _promises;

    /// <summary>Terms of government by state and day (source "government-terms").</summary>
    public ImmutableArray<GovernmentTerm> GovernmentTerms => _governments ??= Rows(
        Select(StoreSchema.GovernmentTerms, "state", "from", "to", "party", "source", "last_checked"),
        static (c, i) => new GovernmentTerm(c.Integers(0)[i], c.Day(1, i), c.IsMissing(2, i) ? null : c.Day(2, i), c.Texts(3)[i]!, c.Texts(4)[i]!, c.Day(5, i)));

    /// <summary>Promises kept and reversed by state and day (source "promise-record").</summary>
    public ImmutableArray<RecordedPromise> PromiseRecord => _promises ??= Rows(
        Select(StoreSchema.PromiseRecord, "state", "agreement", "with", "from", "to", "end", "by", "kind", "source", "basis", "last_checked"),
        static (c, i) => new RecordedPromise(
            c.Integers(0)[i], c.Texts(1)[i]!, c.NullableInteger(2, i), c.Day(3, i), c.IsMissing(4, i) ? null : c.Day(4, i),
            c.Texts(5)[i] switch { "reversed" => PromiseEnd.Reversed, "lapsed" => PromiseEnd.Lapsed, _ => PromiseEnd.Standing },
            c.Texts(6)[i] switch { "same" => PromiseBreaker.SameLeader, "leader" => PromiseBreaker.LaterLeader, "party" => PromiseBreaker.LaterParty, _ => PromiseBreaker.None },
            c.Texts(7)[i] switch { "treaty" => PromiseKind.Treaty, "executive" => PromiseKind.Executive, _ => PromiseKind.Political }, c.Texts(8)[i]!, c.Texts(9)[i]!, c.Day(10, i)));
}

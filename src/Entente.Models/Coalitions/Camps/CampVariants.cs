using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.Numerics.Networks;
using Entente.World;

namespace Entente.Models.Coalitions.Camps;

/// <summary>Other divisions of the same states, to show what hangs on the method.</summary>
internal static class CampVariants
{
    private const int UnitedStates = 2;

    public static ImmutableArray<CampVariant> All(WorldEdition world, int year, ImmutableArray<CampMember> members, double[] values, int camps, CampMethod method, CancellationToken cancellation)
    {
        var variants = ImmutableArray.CreateBuilder<CampVariant>();
        int[] shown = [.. members.Select(member => member.Camp)];
        foreach (var other in new[] { CampMethod.LeastSquares, CampMethod.Mixture })
        {
            foreach (var count in new[] { 2, 3, camps }.Distinct().Order().Where(count => count < values.Length && (count != camps || other != method)))
            {
                Add($"{(other == CampMethod.Mixture ? "mixture" : "least squares")}, {count} camps", CampModel.Divide(values, count, other).Camps, count);
            }
        }

        if (Factions(world, year, members, cancellation) is { } factions) Add("factions of centred agreement, 2 camps", factions, 2);
        return variants.ToImmutable();

        void Add(string name, int[] of, int count) => variants.Add(new CampVariant(
            name, [.. Enumerable.Range(0, count).Select(camp => of.Count(one => one == camp))], LineClusters.Likeness(shown, of),
            count == camps ? [.. members.Where((member, i) => member.Camp != of[i]).Select(member => member.Name)] : []));
    }

    /// <summary>
    /// Two factions without ideal points: signs of the leading eigenvector of agreement on contested roll calls less its mean over all pairs, which is where dX/dt = X² leads; null where it leads to none. The United
    /// States, or the state that stands highest, is in the upper.
    /// </summary>
    private static int[]? Factions(WorldEdition world, int year, ImmutableArray<CampMember> members, CancellationToken cancellation)
    {
        var table = DyadYearPanel.Build(world, year, year, ["vote_agreement_contested"], cancellation);
        var agreement = table.Column("vote_agreement_contested");
        var (a, b, n) = (table.Keys[1].Cells, table.Keys[2].Cells, members.Length);
        var place = members.Select((member, i) => (member.State, i)).ToDictionary(pair => pair.State, pair => pair.i);
        var held = new List<(int I, int J, double Value)>();
        for (var row = 0; row < table.Rows; row++)
        {
            if (!float.IsNaN(agreement[row]) && place.TryGetValue(a[row], out var i) && place.TryGetValue(b[row], out var j)) held.Add((i, j, agreement[row]));
        }

        if (held.Count == 0) return null;
        var (mean, relations) = (held.Average(one => one.Value), new double[n * n]);
        foreach (var (i, j, value) in held) relations[(i * n) + j] = relations[(j * n) + i] = value - mean;
        var course = BalanceDynamics.Course(relations, n);
        if (course.Fate != BalanceFate.TwoCamps) return null;
        var upper = course.Camps[place.GetValueOrDefault(UnitedStates, n - 1)];
        return [.. course.Camps.Select(camp => camp == upper ? 1 : 0)];
    }
}

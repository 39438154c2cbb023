namespace Entente.Numerics.SpatialPrice;

/// <summary>
/// Solves problems of one structure again and again without allocating: active sets from the guess of the solution before, then from nothing, then an interior-point method whose guess is polished. Every
/// solution is checked against the complementarity conditions from its flows and shadow prices alone. Not for several threads at once; each thread takes its own.
/// </summary>
/// <remarks>
/// Where costs leave flows open (price takers with equal costs), prices are unique and flows are those of least sum of squares, to within the working precision: the first pass adds 10⁻⁵ of the scaled
/// curvature times the square of each flow, later passes move its anchor to the solution.
/// </remarks>
public sealed class SpatialPriceWorkspace
{
    private const double Tolerance = 1e-10;
    private const double Regularisation = 1e-5;

    /// <summary>Unserved demand costs this many times the highest demand intercept, so that it appears only where floors cannot be met.</summary>
    private const double Unserved = 100;

    private readonly SpatialPriceProblem _problem;
    private readonly ConvexProgramme _programme;
    private readonly ActiveSetMethod _active;
    private readonly InteriorPointMethod _interior;
    private readonly int[] _pairs;
    private readonly bool[] _fixed;
    private double _quantity;
    private double _money;
    private bool _warm;

    /// <summary>A workspace for the structure of a problem.</summary>
    /// <param name="problem">The problem; its numbers are read at each solution.</param>
    public SpatialPriceWorkspace(SpatialPriceProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _problem = problem;
        var arcs = problem.Arcs.Length;
        _programme = new ConvexProgramme(arcs + problem.Markets, problem.Suppliers + problem.Groups.Length + problem.Markets);
        (_active, _interior) = (new ActiveSetMethod(_programme) { Regularisation = Regularisation }, new InteriorPointMethod(_programme));
        _fixed = new bool[_programme.Variables];
        _pairs = new int[arcs];
        for (var a = 0; a < arcs; a++) _pairs[a] = (problem.Arcs[a].Supplier * problem.Markets) + problem.Arcs[a].Market;
        Solution = new SpatialPriceSolution(problem);
    }

    /// <summary>The last solution.</summary>
    public SpatialPriceSolution Solution { get; }

    /// <summary>Solves for the numbers that the problem holds now.</summary>
    /// <returns><see cref="Solution"/>, overwritten; where there is none, its status and reason say so.</returns>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public SpatialPriceSolution Solve()
    {
        _problem.Check();
        Solution.Problem = null;
        (Solution.Iterations, Solution.UsedFallback) = (0, false);
        if (Conflict() is { } conflict) return End(SpatialPriceStatus.Infeasible, conflict);
        Fill();
        var solved = _warm && Try();
        if (!solved)
        {
            _active.Reset();
            solved = Try();
        }

        if (!solved)
        {
            Solution.UsedFallback = true;
            var arrived = _interior.Solve(1e-9);
            _active.Guess();
            solved = Try();
            if (!solved && arrived)
            {
                // The interior solution stands on its own, to its own precision.
                solved = _interior.Solve(1e-9);
            }
        }

        _warm = solved;
        if (!solved) return End(SpatialPriceStatus.Failed, "neither active sets nor the interior-point method reached the equilibrium");
        for (var m = 0; m < _problem.Markets; m++)
        {
            if (_problem.DemandFloor[m] > 0 && _programme.X[_problem.Arcs.Length + m] * _quantity > 1e-6 * _problem.DemandFloor[m])
            {
                _warm = false;
                return End(SpatialPriceStatus.Infeasible, $"the demand floors together exceed what capacities can bring: market {m} falls short");
            }
        }

        Report();
        return End(SpatialPriceStatus.Solved, null);
    }

    private SpatialPriceSolution End(SpatialPriceStatus status, string? problem)
    {
        (Solution.Status, Solution.Problem) = (status, problem);
        return Solution;
    }

    private bool Try()
    {
        var solved = _active.Solve(Tolerance);
        Solution.Iterations += _active.Steps;
        return solved;
    }

    /// <summary>Floors that no flow can satisfy, named.</summary>
    private string? Conflict()
    {
        for (var a = 0; a < _problem.Arcs.Length; a++)
        {
            if (_problem.ArcFloor[a] > _problem.ArcCapacity[a]) return $"the floor of arc {a} exceeds its capacity";
        }

        for (var f = 0; f < _problem.Suppliers; f++)
        {
            var sum = 0.0;
            for (var a = 0; a < _problem.Arcs.Length; a++) sum += _problem.Arcs[a].Supplier == f ? _problem.ArcFloor[a] : 0;
            if (sum > _problem.Capacity[f] * (1 + 1e-12)) return $"the floors of the arcs of supplier {f} exceed its capacity";
        }

        for (var g = 0; g < _problem.Groups.Length; g++)
        {
            var sum = 0.0;
            foreach (var arc in _problem.Groups[g]) sum += _problem.ArcFloor[arc];
            if (sum > _problem.GroupCapacity[g] * (1 + 1e-12)) return $"the floors of the arcs of group {g} exceed its capacity";
        }

        for (var m = 0; m < _problem.Markets; m++)
        {
            var most = 0.0;
            for (var a = 0; a < _problem.Arcs.Length; a++) most += _problem.Arcs[a].Market == m ? Math.Min(_problem.ArcCapacity[a], _problem.Capacity[_problem.Arcs[a].Supplier]) : 0;
            if (_problem.DemandFloor[m] > most * (1 + 1e-12)) return $"the demand floor of market {m} exceeds all capacity that reaches it";
        }

        return null;
    }

    /// <summary>The programme in units in which intercepts and quantities are about 1.</summary>
    private void Fill()
    {
        var (problem, programme) = (_problem, _programme);
        var (arcs, n) = (problem.Arcs.Length, programme.Variables);
        (_money, _quantity) = (1e-300, 1e-300);
        for (var m = 0; m < problem.Markets; m++)
        {
            _money = Math.Max(_money, Math.Abs(problem.DemandIntercept[m]));
            _quantity = Math.Max(_quantity, Math.Abs(problem.DemandIntercept[m]) / problem.DemandSlope[m]);
        }

        var curvature = _quantity / _money;
        Array.Clear(programme.H);
        Array.Clear(programme.G);
        for (var a = 0; a < arcs; a++)
        {
            var (f, m) = problem.Arcs[a];
            programme.C[a] = (problem.Cost[f] - problem.Bonus[f] + problem.Transport[a] - problem.DemandIntercept[m]) / _money;
            (programme.Low[a], programme.High[a]) = (problem.ArcFloor[a] / _quantity, problem.ArcCapacity[a] / _quantity);
            if (problem.Capacity[f] == 0) programme.High[a] = programme.Low[a];
            for (var b = 0; b < arcs; b++)
            {
                var value = (problem.Arcs[b].Market == m ? problem.DemandSlope[m] : 0) + (problem.Arcs[b].Supplier == f ? problem.CostSlope[f] : 0) + (_pairs[a] == _pairs[b] ? problem.Conduct[f] * problem.DemandSlope[m] : 0);
                programme.H[(a * n) + b] = value * curvature;
            }

            programme.G[(f * n) + a] = 1;
            programme.G[((problem.Suppliers + problem.Groups.Length + m) * n) + a] = problem.DemandFloor[m] > 0 ? -1 : 0;
        }

        for (var f = 0; f < problem.Suppliers; f++) programme.Limit[f] = problem.Capacity[f] / _quantity;
        for (var g = 0; g < problem.Groups.Length; g++)
        {
            programme.Limit[problem.Suppliers + g] = problem.GroupCapacity[g] / _quantity;
            foreach (var arc in problem.Groups[g])
            {
                programme.G[((problem.Suppliers + g) * n) + arc] = 1;
                if (problem.GroupCapacity[g] == 0) programme.High[arc] = programme.Low[arc];
            }
        }

        for (var m = 0; m < problem.Markets; m++)
        {
            var (variable, row) = (arcs + m, problem.Suppliers + problem.Groups.Length + m);
            (programme.C[variable], programme.Low[variable], programme.High[variable]) = (Unserved, 0, problem.DemandFloor[m] / _quantity);
            programme.Limit[row] = problem.DemandFloor[m] > 0 ? -problem.DemandFloor[m] / _quantity : double.PositiveInfinity;
            programme.G[(row * n) + variable] = problem.DemandFloor[m] > 0 ? -1 : 0;
        }

        for (var j = 0; j < n; j++)
        {
            _fixed[j] = programme.High[j] <= programme.Low[j];
            if (_fixed[j]) Fix(j);
        }
    }

    /// <summary>Takes a variable out whose bounds meet: it keeps its place, with a curvature of its own and nothing in common with the others.</summary>
    private void Fix(int variable)
    {
        var (programme, n, value) = (_programme, _programme.Variables, _programme.Low[variable]);
        for (var j = 0; j < n; j++)
        {
            if (j != variable) programme.C[j] += programme.H[(j * n) + variable] * value;
            programme.H[(j * n) + variable] = programme.H[(variable * n) + j] = 0;
        }

        programme.H[(variable * n) + variable] = 1;
        for (var i = 0; i < programme.Limits; i++)
        {
            programme.Limit[i] -= programme.G[(i * n) + variable] * value;
            programme.G[(i * n) + variable] = 0;
        }

        (programme.C[variable], programme.Low[variable], programme.High[variable]) = (-value, value - 1, value + 1);
    }

    private void Report()
    {
        var (problem, programme, solution) = (_problem, _programme, Solution);
        Array.Clear(solution.Supply);
        Array.Clear(solution.Quantity);
        Array.Clear(solution.Revenue);
        Array.Clear(solution.Profit);
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            var flow = Math.Clamp(programme.X[a] * _quantity, problem.ArcFloor[a], problem.ArcCapacity[a]);
            if (_fixed[a]) flow = problem.ArcFloor[a];
            solution.Flow[a] = flow;
            solution.Supply[problem.Arcs[a].Supplier] += flow;
            solution.Quantity[problem.Arcs[a].Market] += flow;
        }

        for (var m = 0; m < problem.Markets; m++)
        {
            solution.Price[m] = problem.DemandIntercept[m] - (problem.DemandSlope[m] * solution.Quantity[m]);
            solution.ConsumerSurplus[m] = .5 * problem.DemandSlope[m] * solution.Quantity[m] * solution.Quantity[m];
            solution.FloorPrice[m] = Math.Max(0, programme.LimitPrice[problem.Suppliers + problem.Groups.Length + m]) * _money;
        }

        for (var f = 0; f < problem.Suppliers; f++)
        {
            solution.CapacityPrice[f] = Math.Max(0, programme.LimitPrice[f]) * _money;
            solution.Profit[f] = -(problem.Cost[f] * solution.Supply[f]) - (.5 * problem.CostSlope[f] * solution.Supply[f] * solution.Supply[f]);
        }

        for (var g = 0; g < problem.Groups.Length; g++) solution.GroupPrice[g] = Math.Max(0, programme.LimitPrice[problem.Suppliers + g]) * _money;
        for (var a = 0; a < problem.Arcs.Length; a++)
        {
            var (f, m) = problem.Arcs[a];
            solution.Revenue[f] += solution.Price[m] * solution.Flow[a];
            solution.Profit[f] += (solution.Price[m] - problem.Transport[a]) * solution.Flow[a];
        }

        EquilibriumCheck.Run(problem, solution, _pairs);
    }
}

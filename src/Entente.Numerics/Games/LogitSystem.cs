namespace Entente.Numerics.Games;

/// <summary>
/// The equations of logit equilibrium in log-odds: yᵢⱼ = λ·(uᵢⱼ − mean of uᵢ) with p the softmax of y, player by player. Log-odds because they become straight lines where probabilities go to 0 or 1, as the
/// log-probabilities of Turocy (2005) do, and need no equation for the sum; centred so that no action is special. Payoffs are scaled to a range of 1, so that steps mean the same in every game.
/// </summary>
internal sealed class LogitSystem
{
    private readonly int[] _actions, _first, _profile;
    private readonly double[] _payoffs, _probabilities, _utilities, _slopes;
    private readonly int _profiles;

    public LogitSystem(NormalFormGame game)
    {
        _actions = [.. game.Actions];
        _first = new int[_actions.Length];
        for (var player = 0; player < _actions.Length; player++)
        {
            _first[player] = Unknowns;
            Unknowns += _actions[player];
        }

        _profiles = game.Profiles;
        _profile = new int[_actions.Length];
        (_probabilities, _utilities, _slopes) = (new double[Unknowns], new double[Unknowns], new double[Unknowns * Unknowns]);
        for (var player = 0; player < _actions.Length; player++)
        {
            var (low, high) = game.Range(player);
            Scale = Math.Max(Scale, high - low);
        }

        if (Scale == 0) Scale = 1;
        _payoffs = new double[game.Payoffs.Length];
        for (var player = 0; player < _actions.Length; player++)
        {
            var (low, _) = game.Range(player);
            for (var at = player; at < _payoffs.Length; at += _actions.Length) _payoffs[at] = (game.Payoffs[at] - low) / Scale;
        }
    }

    /// <summary>Number of log-odds, the actions of all players.</summary>
    public int Unknowns { get; }

    /// <summary>The widest range of payoffs of a player; the precision of the scaled game is λ times it.</summary>
    public double Scale { get; }

    /// <summary>
    /// The equations at a point (log-odds, then the scaled precision) and their derivatives: the first n rows of the (n + 1) × (n + 1) <paramref name="jacobian"/>, whose last row is the caller's.
    /// </summary>
    public void Evaluate(ReadOnlySpan<double> point, Span<double> excess, Span<double> jacobian)
    {
        Respond(point[..Unknowns]);
        Differentiate();
        var (n, precision) = (Unknowns, point[Unknowns]);
        jacobian[..(n * (n + 1))].Clear();
        for (var player = 0; player < _actions.Length; player++)
        {
            var (first, count) = (_first[player], _actions[player]);
            var mean = 0.0;
            for (var j = first; j < first + count; j++) mean += _utilities[j] / count;
            for (var j = first; j < first + count; j++)
            {
                excess[j] = point[j] - (precision * (_utilities[j] - mean));
                jacobian[(j * (n + 1)) + n] = mean - _utilities[j];
            }

            for (var m = 0; m < n; m++)
            {
                if (m >= first && m < first + count) continue;
                // With the softmax, du/dy of another's action is its probability times (utility against that action for sure, less utility).
                mean = 0;
                for (var j = first; j < first + count; j++) mean += (_slopes[(j * n) + m] - _utilities[j]) / count;
                for (var j = first; j < first + count; j++) jacobian[(j * (n + 1)) + m] = -precision * _probabilities[m] * (_slopes[(j * n) + m] - _utilities[j] - mean);
            }

            for (var j = first; j < first + count; j++) jacobian[(j * (n + 1)) + j] += 1;
        }
    }

    /// <summary>Probabilities of the log-odds, and their largest difference from the logit response to them.</summary>
    public double Strategies(ReadOnlySpan<double> point, Span<double> probabilities)
    {
        Respond(point[..Unknowns]);
        Differentiate();
        var worst = 0.0;
        Span<double> response = new double[Unknowns];
        for (var player = 0; player < _actions.Length; player++)
        {
            var slice = response.Slice(_first[player], _actions[player]);
            for (var j = 0; j < slice.Length; j++) slice[j] = point[Unknowns] * _utilities[_first[player] + j];
            Softmax(slice, slice);
        }

        for (var j = 0; j < Unknowns; j++) worst = Math.Max(worst, Math.Abs(response[j] - _probabilities[j]));
        _probabilities.CopyTo(probabilities);
        return worst;
    }

    private void Respond(ReadOnlySpan<double> odds)
    {
        for (var player = 0; player < _actions.Length; player++) Softmax(odds.Slice(_first[player], _actions[player]), _probabilities.AsSpan(_first[player], _actions[player]));
    }

    /// <summary>Slopes: the utility of an action against an action of one other player taken for sure and the strategies of the rest; from them utilities.</summary>
    private void Differentiate()
    {
        var (players, n) = (_actions.Length, Unknowns);
        Array.Clear(_slopes);
        Array.Clear(_profile);
        for (var profile = 0; profile < _profiles; profile++)
        {
            for (var i = 0; i < players; i++)
            {
                var row = (_first[i] + _profile[i]) * n;
                for (var k = 0; k < players; k++)
                {
                    if (k == i) continue;
                    var weight = _payoffs[(profile * players) + i];
                    for (var rest = 0; rest < players; rest++) weight *= rest == i || rest == k ? 1 : _probabilities[_first[rest] + _profile[rest]];
                    _slopes[row + _first[k] + _profile[k]] += weight;
                }
            }

            for (var player = players - 1; player >= 0 && ++_profile[player] == _actions[player]; player--) _profile[player] = 0;
        }

        for (var i = 0; i < players; i++)
        {
            var other = i == 0 ? 1 : 0;
            for (var j = _first[i]; j < _first[i] + _actions[i]; j++)
            {
                var sum = 0.0;
                for (var m = _first[other]; m < _first[other] + _actions[other]; m++) sum += _probabilities[m] * _slopes[(j * n) + m];
                _utilities[j] = sum;
            }
        }
    }

    private static void Softmax(ReadOnlySpan<double> values, Span<double> probabilities)
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var value in values) largest = Math.Max(largest, value);
        for (var j = 0; j < values.Length; j++) sum += probabilities[j] = Math.Exp(values[j] - largest);
        for (var j = 0; j < values.Length; j++) probabilities[j] /= sum;
    }
}

using System.Collections.Immutable;

namespace Entente.Numerics.Games;

/// <summary>A game in which all players choose at once and once.</summary>
public sealed class NormalFormGame
{
    /// <summary>Makes a game.</summary>
    /// <param name="actions">Number of actions of each player, each 1 or more; two players or more.</param>
    /// <param name="payoffs">Profile × player. Profiles are in the order in which the last player's action moves fastest.</param>
    /// <exception cref="ArgumentException">Fewer than two players, a player without an action, a length that does not fit, or payoffs that are not finite or too far apart to subtract.</exception>
    public NormalFormGame(ReadOnlySpan<int> actions, ReadOnlySpan<double> payoffs)
    {
        if (actions.Length < 2) throw new ArgumentException($"A game needs two players or more, not {actions.Length}.", nameof(actions));
        var profiles = 1L;
        for (var player = 0; player < actions.Length; player++)
        {
            if (actions[player] < 1) throw new ArgumentException($"Player {player} has {actions[player]} actions; each player needs one or more.", nameof(actions));
            profiles *= actions[player];
            if (profiles * actions.Length > Array.MaxLength) throw new ArgumentException("The game has more profiles than an array can hold.", nameof(actions));
        }

        if (payoffs.Length != profiles * actions.Length)
            throw new ArgumentException($"{profiles} profiles of {actions.Length} players need {profiles * actions.Length} payoffs, not {payoffs.Length}.", nameof(payoffs));
        Actions = [.. actions];
        Payoffs = [.. payoffs];
        Profiles = (int)profiles;
        for (var player = 0; player < actions.Length; player++)
        {
            var (low, high) = Range(player);
            if (!double.IsFinite(high - low)) throw new ArgumentException($"The payoffs of player {player} are not all finite, or too far apart to subtract.", nameof(payoffs));
        }
    }

    /// <summary>Number of players.</summary>
    public int Players => Actions.Length;

    /// <summary>Number of actions of each player.</summary>
    public ImmutableArray<int> Actions { get; }

    /// <summary>Number of profiles, the product of the numbers of actions.</summary>
    public int Profiles { get; }

    /// <summary>Profile × player; the last player's action moves fastest.</summary>
    public ImmutableArray<double> Payoffs { get; }

    /// <summary>A game of two players from two matrices.</summary>
    /// <param name="rows">Number of actions of player 0.</param>
    /// <param name="columns">Number of actions of player 1.</param>
    /// <param name="row">Payoffs of player 0, rows × columns.</param>
    /// <param name="column">Payoffs of player 1, rows × columns too.</param>
    /// <exception cref="ArgumentException">A player has no action, a length does not fit, or a payoff is not finite.</exception>
    public static NormalFormGame TwoPlayers(int rows, int columns, ReadOnlySpan<double> row, ReadOnlySpan<double> column)
    {
        if (rows < 1 || columns < 1 || row.Length != (long)rows * columns || column.Length != row.Length)
            throw new ArgumentException($"{rows} rows and {columns} columns do not fit matrices of {row.Length} and {column.Length} payoffs; each needs rows times columns.", nameof(row));
        var payoffs = new double[2 * row.Length];
        for (var cell = 0; cell < row.Length; cell++) (payoffs[2 * cell], payoffs[(2 * cell) + 1]) = (row[cell], column[cell]);
        return new NormalFormGame([rows, columns], payoffs);
    }

    /// <summary>Least and greatest payoff of a player; NaN among them stays NaN.</summary>
    internal (double Low, double High) Range(int player)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var at = player; at < Payoffs.Length; at += Players) (low, high) = (Math.Min(low, Payoffs[at]), Math.Max(high, Payoffs[at]));
        return (low, high);
    }
}

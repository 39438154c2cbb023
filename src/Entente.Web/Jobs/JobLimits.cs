using System.Globalization;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Jobs;

/// <summary>How much jobs may ask for.</summary>
/// <param name="MostKept">Jobs that are kept; the oldest that is over makes room.</param>
/// <param name="MostDraws">Draws that one job may take.</param>
internal sealed record JobLimits(int MostKept = 100, int MostDraws = 1_000_000)
{
    /// <summary>Refuses what is no job, or too large a one.</summary>
    /// <exception cref="InvalidInputException">The sentence says what to do instead.</exception>
    public void Check(QuestionCall call)
    {
        if (!call.Question.HasJson) throw new InvalidInputException($"{call.Question.Name} makes a file and no answer to keep; ask for the file itself.");
        foreach (var value in call.Values.Where(value => value.Parameter.Name == "draws"))
        {
            if (value.Value.Contains("..", StringComparison.Ordinal)) throw new InvalidInputException("A job computes a whole run; slices of one (FROM..TO) are for the command line, see docs/runs.md.");
            if (double.TryParse(value.Value.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var draws) && draws > MostDraws)
            {
                throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"A job takes at most {MostDraws:N0} draws, not {draws:N0}; a larger run is for the command line: '{call.CommandLine} --run FOLDER'."));
            }
        }
    }
}

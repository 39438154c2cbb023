using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Jobs;

/// <summary>How much jobs may ask for.</summary>
/// <param name="MostKept">Jobs that are kept; the oldest that is over makes room.</param>
internal sealed record JobLimits(int MostKept = 100)
{
    /// <summary>Refuses what is no job, or too large a one.</summary>
    /// <exception cref="InvalidInputException">The sentence says what to do instead.</exception>
    public void Check(QuestionCall call)
    {
        if (!call.Question.HasJson) throw new InvalidInputException($"{call.Question.Name} makes a file and no answer to keep; ask for the file itself.");
        foreach (var value in call.Values.Where(value => value.Parameter.Name == "draws"))
        {
            if (value.Value.Contains("..", StringComparison.Ordinal)) throw new InvalidInputException("A job computes a whole run; slices of one (FROM..TO) are for the command line, see docs/runs.md.");
        }
    }
}

using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Jobs;

/// <summary>How much jobs may ask for.</summary>
/// <param name="MostKept">Jobs that are kept; the oldest that is over makes room.</param>
internal sealed record JobLimits(int MostKept = 100)
{
    /// <summary>Refuses what is no job.</summary>
    /// <exception cref="InvalidInputException">The sentence says what to do instead.</exception>
    public static void Check(QuestionCall call)
    {
        if (!call.Question.HasJson) throw new InvalidInputException($"{call.Question.Name} makes a file and no answer to keep; ask for the file itself.");
    }
}

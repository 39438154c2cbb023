using System.Collections.Immutable;
using System.Globalization;
using Entente.World;

namespace Entente.Web.Questions;

/// <summary>Holds calls to the limits of their parameters.</summary>
internal static class CallLimits
{
    /// <summary>Refuses what is more than even a job does.</summary>
    /// <exception cref="InvalidInputException">It is more, or no number.</exception>
    public static QuestionCall AsJob(QuestionCall call)
    {
        foreach (var value in call.Values)
        {
            if (value.Parameter.Limit is { } limit && Number(call, value) > limit.AsJob) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{call.Question.Name}: {value.Parameter.Name} is at most {limit.AsJob:N0} here, not {value.Value}; the command line takes more: {call.CommandLine}"));
        }

        return call;
    }

    /// <summary>Refuses what is more than a reader should wait for, and writes out what is taken where nothing is given.</summary>
    /// <exception cref="InvalidInputException">It is more, or no number.</exception>
    public static QuestionCall AtOnce(QuestionCall call)
    {
        // What was drawn for a job stays as it is.
        var settled = call.Values.Any(value => value.Parameter is { Kind: ParameterKind.Job, InsteadOf: not null });
        var filled = ImmutableArray.CreateBuilder<GivenValue>();
        foreach (var parameter in call.Question.Parameters)
        {
            var given = call.Values.Where(value => value.Parameter == parameter).ToList();
            filled.AddRange(given);
            if (parameter.Limit is not { } limit) continue;
            if (given.Count == 0 && limit.IsFilled && !settled) filled.Add(new GivenValue(parameter, limit.AtOnce.ToString(CultureInfo.InvariantCulture)));
            if (given.Exists(value => Number(call, value) > limit.AtOnce))
            {
                var instead = limit.AsJob > limit.AtOnce ? $"start a job for more (POST /api/v1/jobs), which takes {limit.AsJob.ToString("N0", CultureInfo.InvariantCulture)}" : $"the command line takes more: {call.CommandLine}";
                throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{call.Question.Name}: {parameter.Name} is at most {limit.AtOnce:N0} while a reader waits, not {given[0].Value}; {instead}"));
            }
        }

        return filled.Count == call.Values.Length ? call : new QuestionCall(call.Question, filled.ToImmutable());
    }

    /// <summary>Writes out what a job takes where nothing is given and the command line would go on for ever.</summary>
    public static QuestionCall InJob(QuestionCall call)
    {
        bool Lacks(QuestionParameter parameter) => parameter.Limit is { IsFilledInJobs: true } && !call.Values.Any(value => value.Parameter == parameter);
        return call.Question.Parameters.Any(Lacks)
            ? new QuestionCall(call.Question, [.. call.Question.Parameters.SelectMany(parameter => Lacks(parameter) ? [new GivenValue(parameter, parameter.Limit!.AsJob.ToString(CultureInfo.InvariantCulture))] : call.Values.Where(value => value.Parameter == parameter))])
            : call;
    }

    private static long Number(QuestionCall call, GivenValue value) =>
        long.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidInputException($"{call.Question.Name}: {value.Parameter.Name} is a whole number, not '{(value.Value.Length <= 60 ? value.Value : value.Value[..59] + "…")}'.");
}

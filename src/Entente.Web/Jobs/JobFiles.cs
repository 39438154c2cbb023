using Entente.Web.Answers;
using Entente.Web.Questions;
using Entente.World;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Jobs;

/// <summary>The answer of a job as a file (the brief of an assessment), made of the work that it kept and kept beside it.</summary>
/// <param name="book">The jobs.</param>
/// <param name="desk">Who writes.</param>
internal sealed class JobFiles(JobBook book, IQuestionDesk desk)
{
    /// <summary>Sends the file in the format that the address names.</summary>
    public async Task Send(HttpContext context, Job job)
    {
        var format = context.Request.Query["format"].ToString();
        var question = job.Call.Question;
        if (!question.IsResumable || question.Formats.IsEmpty) throw new InvalidInputException($"A job of {question.Name} keeps no work to make a file of; its answer is JSON.");
        if (!question.Formats.Contains(format)) throw new InvalidInputException($"The file of this job is had as {string.Join(" or ", question.Formats)}: add ?format={question.Formats[0]}.");
        if (job.Record is { State: not JobState.Done } record)
        {
            await Problem.Write(context, StatusCodes.Status409Conflict, "No answer yet", $"The job {job.Id} is {record.State.Word()}; its file is there when it is done.").ConfigureAwait(false);
            return;
        }

        var path = book.Place(job.Id, $"answer.{format}");
        if (!File.Exists(path) && await Make(job, format, path, context.RequestAborted).ConfigureAwait(false) is { } refused)
        {
            var wrong = refused.Code == 2;
            await Problem.Write(context, wrong ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity, "The file could not be made", refused.Sentence, refused.Code).ConfigureAwait(false);
            return;
        }

        var bytes = await File.ReadAllBytesAsync(path, context.RequestAborted).ConfigureAwait(false);
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.ContentDisposition = $"attachment; filename=\"{NameOf(job)}.{format}\"";
        context.Response.ContentType = format switch { "html" => "text/html; charset=utf-8", "pdf" => "application/pdf", _ => "application/octet-stream" };
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<QuestionAnswer?> Make(Job job, string format, string path, CancellationToken cancellation)
    {
        // Made under a name of its own and then put in place: two who ask at once do not write into one file.
        var unfinished = book.Place(job.Id, $".{Guid.NewGuid():N}.{format}");
        try
        {
            var answer = await desk.WriteKept(job.Call, book.Place(job.Id, JobBook.RunName), unfinished, cancellation).ConfigureAwait(false);
            if (answer.Code != 0) return answer with { Sentence = answer.Sentence.Replace(book.Place(job.Id, JobBook.RunName), "this job", StringComparison.Ordinal) };
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The name of the strategy or document that the job is about; names are of plain letters already.</summary>
    private static string NameOf(Job job) => job.Call.Values.Where(value => value.Parameter.Kind == ParameterKind.Document).Select(value => value.IsContent ? value.Name : value.Value).FirstOrDefault(name => name is not null) ?? job.Call.Question.Name.Replace('/', '-');
}

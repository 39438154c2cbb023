using System.Text.Json;
using Entente.Web.Answers;
using Entente.Web.Questions;
using Entente.Web.Safety;
using Entente.Web.Workspace;
using Entente.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Jobs;

/// <summary>Long work over HTTP: asked, followed, stopped, taken up again, read and forgotten.</summary>
internal sealed class JobEndpoints(JobBook book, JobRunner runner, IQuestionDesk desk, OwnDocuments documents, CancellationToken ends)
{
    private const string Root = "/api/v1/jobs";
    private const string One = Root + "/{id}";

    private readonly JobFiles _files = new(book, desk);

    public void Map(IEndpointRouteBuilder routes, GateRules rules)
    {
        routes.MapGet(Root, List).WithDisplayName("jobs");
        routes.MapPost(Root, TokenOnly.For(rules, Ask)).WithDisplayName("start a job");
        routes.MapGet(One, context => With(context, job => JobJson.Send(context, job))).WithDisplayName("job");
        routes.MapGet(One + "/events", context => With(context, job => JobEvents.Send(context, job, ends))).WithDisplayName("events of a job");
        routes.MapGet(One + "/answer", context => With(context, job => Answer(context, job))).WithDisplayName("answer of a job");
        routes.MapGet(One + "/file", context => With(context, job => _files.Send(context, job))).WithDisplayName("file of a job");
        routes.MapDelete(One, TokenOnly.For(rules, context => With(context, job => Stop(context, job)))).WithDisplayName("stop a job");
        routes.MapPost(One + "/resume", TokenOnly.For(rules, context => With(context, job => Resume(context, job)))).WithDisplayName("resume a job");
        routes.MapPost(One + "/forget", TokenOnly.For(rules, Forget)).WithDisplayName("forget a job");
    }

    private Task List(HttpContext context)
    {
        var (all, damaged) = (book.All(), book.Damaged);
        return PlainJson.Send(context, json =>
        {
            json.WriteString("schema", "entente.jobs/1");
            json.WriteStartArray("jobs");
            foreach (var job in all)
            {
                json.WriteStartObject();
                JobJson.Write(json, job);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("damaged");
            foreach (var (id, problem) in damaged)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("error", problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private async Task Ask(HttpContext context)
    {
        var call = documents.Settle(CallLimits.InJob(await Read(context).ConfigureAwait(false)));

        // What cannot be read is said now and not when its turn comes.
        JobReadingDesk.Placed(call, book);
        try
        {
            var (job, isNew) = book.Ask(call, desk.Edition());
            if (isNew) runner.Wake();
            context.Response.Headers.Location = $"{Root}/{job.Id}";
            await JobJson.Send(context, job, StatusCodes.Status202Accepted).ConfigureAwait(false);
        }
        catch (TooManyJobsException problem)
        {
            await Problem.Write(context, StatusCodes.Status429TooManyRequests, "Too many jobs", problem.Message).ConfigureAwait(false);
        }
    }

    private async Task<QuestionCall> Read(HttpContext context)
    {
        using var body = await QuestionEndpoints.Json(context).ConfigureAwait(false);
        var root = body.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("question", out var named) || named.ValueKind != JsonValueKind.String) throw new InvalidInputException("A job is asked by an object with 'question', the name of a question, and 'parameters', a value for each parameter.");
        if (root.EnumerateObject().FirstOrDefault(field => field.Name is not ("question" or "parameters")) is { Value.ValueKind: not JsonValueKind.Undefined } other) throw new InvalidInputException($"A job takes 'question' and 'parameters', not '{other.Name}'.");
        var name = named.GetString()!;
        var question = desk.Questions.FirstOrDefault(one => one.Name == name) ?? throw new InvalidInputException($"There is no question '{(name.Length <= 60 ? name : name[..60])}'; /api/reference lists what can be asked.");
        return root.TryGetProperty("parameters", out var parameters) ? CallReader.Read(question, parameters) : CallReader.Read(question, []);
    }

    private async Task Answer(HttpContext context, Job job)
    {
        var record = job.Record;
        if (record.State != JobState.Done)
        {
            await Problem.Write(context, StatusCodes.Status409Conflict, "No answer yet", record.Error ?? $"The job {job.Id} is {record.State.Word()}; its answer is there when it is done.", record.Code).ConfigureAwait(false);
            return;
        }

        var bytes = await File.ReadAllBytesAsync(book.Place(job.Id, JobBook.AnswerName), context.RequestAborted).ConfigureAwait(false);
        var tag = EntityTag.Of(bytes);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (EntityTag.IsKnown(context, tag)) return;

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private Task Stop(HttpContext context, Job job) => runner.Stop(job)
        ? JobJson.Send(context, job, StatusCodes.Status202Accepted)
        : Problem.Write(context, StatusCodes.Status409Conflict, "It is over", $"The job {job.Id} is {job.Record.State.Word()} and cannot be stopped; POST {Root}/{job.Id}/forget removes it.");

    private Task Resume(HttpContext context, Job job) => runner.Resume(job)
        ? JobJson.Send(context, job, StatusCodes.Status202Accepted)
        : Problem.Write(context, StatusCodes.Status409Conflict, "Nothing to take up", $"The job {job.Id} is {job.Record.State.Word()}; only one that was stopped or failed is taken up again.");

    private Task Forget(HttpContext context)
    {
        var id = Id(context);
        if (book.Find(id) is { } job && !job.Record.State.IsOver()) return Problem.Write(context, StatusCodes.Status409Conflict, "It is under way", $"The job {id} is {job.Record.State.Word()}; stop it first with DELETE {Root}/{id}.");
        if (!book.Forget(id)) return NotThere(context, id);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task With(HttpContext context, Func<Job, Task> work)
    {
        var id = Id(context);
        if (book.Find(id) is { } job) return work(job);
        return book.Damaged.TryGetValue(id, out var problem) ? Problem.Write(context, StatusCodes.Status409Conflict, "A damaged job", problem) : NotThere(context, id);
    }

    private static string Id(HttpContext context) => context.Request.RouteValues["id"] as string ?? string.Empty;

    private static Task NotThere(HttpContext context, string id) => Problem.Write(context, StatusCodes.Status404NotFound, "No such job", $"There is no job '{(id.Length <= 60 ? id : id[..60])}'; {Root} lists them.");
}

using System.Globalization;
using System.Text;
using Entente.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Jobs;

/// <summary>News of a job as server-sent events: the present state first, then each change, a comment now and then so that nothing in between closes the line.</summary>
internal static class JobEvents
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // More often than this nobody can read it.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    // Numbers of events are of one server: those of another must not be taken for them.
    private static readonly string ThisServer = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];

    /// <summary>Sends news until the job is over, the reader goes, or the server ends.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="job">The job.</param>
    /// <param name="ends">Ends with the server.</param>
    public static async Task Send(HttpContext context, Job job, CancellationToken ends)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ends);
        var seen = context.Request.Headers["Last-Event-ID"].ToString();
        var response = context.Response;
        if (job.Look() is var (now, _, version, _) && now.State.IsOver() && seen == Id(version))
        {
            // A browser that has had the last event asks again all the same; this answer tells it to cease.
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Follow(response, job, seen, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader is gone, or comes again when the server is back.
        }
    }

    private static async Task Follow(HttpResponse response, Job job, string seen, CancellationToken stop)
    {
        await response.WriteAsync("retry: 2000\n\n", stop).ConfigureAwait(false);
        await response.Body.FlushAsync(stop).ConfigureAwait(false);
        while (true)
        {
            var (record, progress, version, news) = job.Look();
            if (Id(version) != seen)
            {
                seen = Id(version);
                var kind = record.State.IsOver() ? record.State.Word() : "progress";
                var data = Encoding.UTF8.GetString(PlainJson.Of(json => JobJson.Write(json, record, progress)));
                await response.WriteAsync($"id: {seen}\nevent: {kind}\ndata: {data}\n\n", stop).ConfigureAwait(false);
                await response.Body.FlushAsync(stop).ConfigureAwait(false);
                if (record.State.IsOver()) return;
                await Task.Delay(Pace, stop).ConfigureAwait(false);
            }

            if (await Task.WhenAny(news, Task.Delay(Heartbeat, stop)).ConfigureAwait(false) == news) continue;
            stop.ThrowIfCancellationRequested();
            await response.WriteAsync(": still there\n\n", stop).ConfigureAwait(false);
            await response.Body.FlushAsync(stop).ConfigureAwait(false);
        }
    }

    private static string Id(int version) => string.Create(CultureInfo.InvariantCulture, $"{ThisServer}-{version}");
}

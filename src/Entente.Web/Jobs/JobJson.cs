using System.Text.Json;
using Entente.Web.Answers;
using Entente.Web.Questions;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Jobs;

/// <summary>A job as it is sent.</summary>
internal static class JobJson
{
    /// <summary>Sends one.</summary>
    public static Task Send(HttpContext context, Job job, int status = StatusCodes.Status200OK) => PlainJson.Send(context, json => Write(json, job), status);

    /// <summary>Its fields.</summary>
    public static void Write(Utf8JsonWriter json, Job job)
    {
        var (record, progress, _, _) = job.Look();
        Write(json, record, progress);
    }

    /// <summary>Its fields at a moment.</summary>
    public static void Write(Utf8JsonWriter json, JobRecord record, AskProgress progress)
    {
        json.WriteString("id", record.Id);
        json.WriteString("state", record.State.Word());
        json.WriteString("question", record.Call.Question.Name);
        json.WriteString("command_line", record.Call.CommandLine);
        json.WriteStartArray("parameters");
        foreach (var value in record.Call.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", value.Parameter.Name);

            // Texts may be long; whoever gave one has it.
            json.WriteString("value", value.IsContent ? value.Name : value.Value);
            json.WriteBoolean("is_text", value.IsContent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("keeps_work", record.Call.Question.IsResumable);
        json.WriteStartObject("progress");
        json.WriteString("line", progress.Line);
        json.Real("done", progress.Done);
        json.Real("total", progress.Total);
        json.WriteEndObject();
        json.WriteNumber("seconds", Math.Round(record.Seconds + (record is { State: JobState.Running, Started: { } started } ? (TimeProvider.System.GetUtcNow() - started).TotalSeconds : 0), 3));
        json.WriteString("created", JobFile.Moment(record.Created));
        json.WriteString("started", JobFile.Moment(record.Started));
        json.WriteString("finished", JobFile.Moment(record.Finished));
        json.WriteString("error", record.Error);
        if (record.Code is { } code) json.WriteNumber("exit_code", code);
        else json.WriteNull("exit_code");
        json.WriteString("edition", record.Edition);
        json.WriteString("answer", record.State == JobState.Done ? $"/api/v1/jobs/{record.Id}/answer" : null);
    }
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Web.Answers;
using Entente.Web.Pages;
using Entente.Web.Questions;
using Entente.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Telemetry;

/// <summary>How the server is, in one small answer.</summary>
internal static class HealthEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = "/api/health";

    public static void Map(IEndpointRouteBuilder routes, IQuestionDesk desk, AnswerStore answers, PageFiles pages)
    {
        var start = Stopwatch.GetTimestamp();
        routes.MapGet(Path, context =>
        {
            var edition = Edition(desk);
            var health = new JsonObject
            {
                ["status"] = edition is null ? "unreadable" : "ok",
                ["version"] = desk.Version,
                ["edition"] = edition,
                ["uptime_seconds"] = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
                ["questions"] = desk.Questions.Length,
                ["answers_held_bytes"] = answers.Bytes,
                ["memory_bytes"] = Environment.WorkingSet,
                ["pages"] = pages.AreBuilt,
            };
            context.Response.StatusCode = edition is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.Headers.CacheControl = "no-store";
            return context.Response.WriteAsync(health.ToJsonString(JsonSerializerOptions.Default), context.RequestAborted);
        }).WithDisplayName("health");
    }

    private static string? Edition(IQuestionDesk desk)
    {
        try
        {
            return desk.Edition();
        }
        catch (EntenteException)
        {
            return null;
        }
    }
}

namespace Entente.Web.Safety;

/// <summary>What a page may load and call: never anything from another server.</summary>
internal static class ContentPolicies
{
    /// <summary>Of the pages. Styles may stand in attributes, because charts place their marks so; scripts may not stand in a page at all.</summary>
    public const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Of an answer as a page or drawing: it may stand in a frame of the pages, runs nothing and calls nobody.</summary>
    public const string Files = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Of the reference page, which starts its script by one in the page.</summary>
    /// <param name="nonce">What that script is known by.</param>
    public static string Reference(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

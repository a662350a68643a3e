using System.Text;
using System.Text.Encodings.Web;

namespace FhirNaltrexone.Server.Security.Launch.Pages;

/// <summary>Writes a page with one form; no script.</summary>
/// <param name="title">Its title.</param>
/// <param name="action">Where the form goes.</param>
internal sealed class ChoicePage(string title, string action)
{
    private readonly StringBuilder _body = new();

    /// <summary>Adds a sentence.</summary>
    public ChoicePage Say(string text)
    {
        _body.Append("<p>").Append(Encode(text)).Append("</p>");
        return this;
    }

    /// <summary>Adds what the form sends along unseen.</summary>
    public ChoicePage Carry(IEnumerable<(string Name, string Value)> members)
    {
        foreach (var (name, value) in members) _body.Append("<input type=\"hidden\" name=\"").Append(Encode(name)).Append("\" value=\"").Append(Encode(value)).Append("\">");
        return this;
    }

    /// <summary>Adds a field for text.</summary>
    public ChoicePage Ask(string name, string label, string value)
    {
        _body.Append("<p><label>").Append(Encode(label)).Append(" <input name=\"").Append(ChosenContext.Prefix).Append(name)
            .Append("\" value=\"").Append(Encode(value)).Append("\"></label></p>");
        return this;
    }

    /// <summary>Adds choices of which one is taken.</summary>
    /// <param name="name">Name of the member.</param>
    /// <param name="label">What it is about.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="isOptional">Whether none may be taken.</param>
    public ChoicePage Offer(string name, string label, IReadOnlyList<Choice> choices, bool isOptional = false)
    {
        _body.Append("<p><label>").Append(Encode(label)).Append(" <select name=\"").Append(ChosenContext.Prefix).Append(name).Append("\">");
        if (isOptional) _body.Append("<option value=\"\">none</option>");
        foreach (var choice in choices)
            _body.Append("<option value=\"").Append(Encode(choice.Reference)).Append("\">").Append(Encode(choice.Text)).Append("</option>");
        _body.Append("</select></label></p>");
        return this;
    }

    /// <summary>Adds a button that sends the form.</summary>
    public ChoicePage Button(string value, string label)
    {
        _body.Append("<button name=\"").Append(ChosenContext.Prefix).Append("decision\" value=\"").Append(value).Append("\">").Append(Encode(label)).Append("</button> ");
        return this;
    }

    /// <summary>The page.</summary>
    public IResult Show() => Results.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)}</title><link rel="stylesheet" href="/start.css"></head>
        <body><main><h1>{Encode(title)}</h1><form method="post" action="{Encode(action)}">{_body}</form></main></body>
        </html>
        """,
        "text/html; charset=utf-8");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

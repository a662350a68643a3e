using System.Net.Http.Headers;
using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>Reads <c>Subscription.channel</c> with its extensions.</summary>
/// <param name="options">What is allowed.</param>
internal sealed class ChannelReader(SubscriptionOptions options)
{
    private const string Path = "Subscription.channel";
    private const string DefaultMediaType = "application/fhir+json";

    private readonly EndpointReader _endpoints = new(options);

    /// <summary>Reads a channel; null, with issues, when it cannot be served.</summary>
    public RequestedChannel? Read(JsonElement subscription, List<Issue> issues)
    {
        if (Elements.Object(subscription, "channel") is not { } channel)
        {
            issues.Add(new(IssueCodes.Required, "A subscription needs a channel.", Path));
            return null;
        }

        var before = issues.Count;
        var type = Type(channel, issues);
        var endpoint = type == ChannelCodes.RestHook ? _endpoints.Read(Elements.Text(channel, "endpoint"), issues) : null;
        var (mediaType, isXml) = Payload(channel, issues);
        var content = Content(channel, issues);
        var read = new RequestedChannel
        {
            Type = type ?? ChannelCodes.RestHook,
            Endpoint = endpoint,
            MediaType = mediaType,
            IsXml = isXml,
            Content = content,
            Headers = HeaderReader.Read(channel, options.MaxHeaders, issues),
            Heartbeat = Seconds(channel, Backport.HeartbeatPeriod, options.MinHeartbeatSeconds, "heartbeat period", issues),
            Timeout = Seconds(channel, Backport.Timeout, 1, "timeout", issues),
            MaxCount = Number(channel, Backport.MaxCount, "valuePositiveInt", 1, "max-count", issues),
        };
        return issues.Count > before ? null : read;
    }

    private static string? Type(JsonElement channel, List<Issue> issues)
    {
        var type = Elements.Text(channel, "type");
        if ((type is ChannelCodes.RestHook or ChannelCodes.WebSocket) && !Elements.Extensions(channel, Backport.ChannelType, "type").Any()) return type;
        issues.Add(new(IssueCodes.NotSupported, "The channel must be rest-hook or websocket.", $"{Path}.type"));
        return null;
    }

    private static (string MediaType, bool IsXml) Payload(JsonElement channel, List<Issue> issues)
    {
        var text = Elements.Text(channel, "payload") ?? DefaultMediaType;
        if (!MediaTypeHeaderValue.TryParse(text, out var parsed) || parsed.MediaType is not ("application/fhir+json" or "application/json" or "application/fhir+xml" or "application/xml"))
            issues.Add(new(IssueCodes.NotSupported, "The payload must be application/fhir+json or application/fhir+xml.", $"{Path}.payload"));
        else if (parsed.Parameters.FirstOrDefault(one => one.Name.Equals("fhirVersion", StringComparison.OrdinalIgnoreCase)) is { } version && version.Value?.Trim('"') is not ("4.0" or "4.0.1"))
            issues.Add(new(IssueCodes.NotSupported, "Notifications are of FHIR version 4.0.", $"{Path}.payload"));
        return (text, parsed?.MediaType?.EndsWith("xml", StringComparison.Ordinal) == true);
    }

    private static PayloadContent Content(JsonElement channel, List<Issue> issues)
    {
        var codes = Elements.Extensions(channel, Backport.PayloadContent, "payload").Select(extension => Elements.Text(extension, "valueCode")).ToList();
        if (codes is [var code] && PayloadContents.Read(code) is { } content) return content;
        issues.Add(new(
            codes.Count == 0 ? IssueCodes.Required : IssueCodes.Value,
            "The payload needs one extension backport-payload-content: empty, id-only or full-resource.",
            $"{Path}.payload.extension"));
        return PayloadContent.Empty;
    }

    private static TimeSpan? Seconds(JsonElement channel, string url, int least, string name, List<Issue> issues)
        => Number(channel, url, "valueUnsignedInt", least, name, issues) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static int? Number(JsonElement channel, string url, string member, int least, string name, List<Issue> issues)
    {
        if (Elements.Extensions(channel, url).Select(found => (JsonElement?)found).FirstOrDefault() is not { } extension) return null;
        var number = Elements.Number(extension, member);
        if (number is null || number < least) issues.Add(new(IssueCodes.Value, $"The {name} must be a whole number, {least} or more ({member}).", $"{Path}.extension"));
        return number;
    }
}

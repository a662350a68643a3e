using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Profiles.Schemas;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>The validation of one resource: where it is, and what was found so far.</summary>
/// <param name="root">The resource.</param>
/// <param name="places">Lines and columns.</param>
/// <param name="request">What is asked.</param>
/// <param name="path">Where the resource is.</param>
/// <param name="environment">What the validator knows.</param>
internal sealed class ValidationRun(
    JsonElement root, TextPlaces places, ValidationRequest request, ElementPath path, ValidationEnvironment environment)
{
    private List<Issue> _issues = [];
    private ProfileChecks? _profiles;

    /// <summary>What is asked.</summary>
    public ValidationRequest Request => request;

    /// <summary>What the validator knows.</summary>
    public ValidationEnvironment Environment => environment;

    /// <summary>Where the walk is.</summary>
    public ElementPath Path => path;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Issue> Issues => _issues;

    /// <summary>Whether it took too long and is to end.</summary>
    public bool IsOver => request.Patience.IsCancellationRequested || request.Budget is { Left: 0 };

    /// <summary>Whether all rules are checked, and not the structure only.</summary>
    public bool IsFull => request.Depth == ValidationDepth.Full;

    /// <summary>The resource in which the walk is.</summary>
    public ResourceScope Scope { get; private set; } = new() { Resource = FhirElement.Root(root) };

    /// <summary>What expressions about the resource in which the walk is can see.</summary>
    public FhirPathContext Context => ContextOf(Scope);

    /// <summary>Finds the targets of references.</summary>
    public ReferenceResolver Resolver { get; } = new(request.Resolve);

    /// <summary>Checks against profiles.</summary>
    public ProfileChecks Profiles => _profiles ??= new(this);

    /// <summary>What expressions about a resource can see.</summary>
    public FhirPathContext ContextOf(ResourceScope scope) => scope.Context ??= new()
    {
        Resource = scope.Resource,
        RootResource = scope.Container.Resource,
        Now = environment.Clock.GetUtcNow(),
        Resolve = reference => Resolver.Find(scope, reference)?.Resource,
        MemberOf = (element, valueSet) => environment.IsMember(element, valueSet) ?? Questions.Answer(element, $"memberOf {valueSet}"),
        Subsumes = (one, other) => environment.Subsumes(one, other) ?? Questions.Answer(one, $"subsumes {At(other).GetRawText()}"),
        Budget = request.Budget,
        ConformsTo = (element, profile) => Profiles.Conforms(element, profile) ?? Questions.Answer(element, $"conformsTo {profile}"),
    };

    /// <summary>What the expression at work asks that cannot be told here. FHIRPath makes nothing of it, and an expression all kinds of things of nothing.</summary>
    public OpenQuestions Questions { get; set; } = new();

    /// <summary>Whether something could not be told that would be an error if it were wrong.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>The resource at which the path is, within the one in which the walk is.</summary>
    public ResourceScope InnerScope() => path.Steps switch
    {
        [.., var parent, var last] => Scope.Inner(parent.Element, last.Name, last.Element),
        [var last] => Scope.Inner(Scope.Resource, last.Name, last.Element),
        _ => Scope,
    };

    /// <summary>Goes into a resource.</summary>
    /// <param name="scope">The resource.</param>
    /// <returns>The resource in which the walk was, to be given back to <see cref="Leave"/>.</returns>
    public ResourceScope Enter(ResourceScope scope)
    {
        var outer = Scope;
        Scope = scope;
        return outer;
    }

    /// <summary>Goes back.</summary>
    /// <param name="scope">What <see cref="Enter"/> gave.</param>
    public void Leave(ResourceScope scope) => Scope = scope;

    /// <summary>Checks an element without telling what is found, only to see whether there is something.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="element">The element.</param>
    /// <param name="check">Checks it.</param>
    /// <returns>Whether nothing is wrong; null when that cannot be told.</returns>
    public bool? Aside(ProfileSchema profile, in FhirElement element, ProfileCheck check)
    {
        var (told, doubt) = (_issues, IsInDoubt);
        (_issues, IsInDoubt) = ([], false);
        check(profile, element);
        bool? conforms = _issues.Exists(issue => issue.Severity <= IssueSeverity.Error) ? false : IsInDoubt ? null : true;
        (_issues, IsInDoubt) = (told, doubt);
        return conforms;
    }

    /// <summary>JSON that stands for an element: its value, or what stands beside it.</summary>
    public static JsonElement At(in FhirElement element) => element.Value.ValueKind == JsonValueKind.Undefined ? element.Companion : element.Value;

    /// <summary>Adds an issue about the element where the walk is.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="at">JSON of the element, or of the one nearest to it, for line and column.</param>
    /// <param name="names">What the message names.</param>
    public void Report(ValidationMessage message, JsonElement at, params ReadOnlySpan<object?> names)
    {
        if (_issues.Count == request.MaxIssues) Add(ValidationMessages.TooManyIssues, at, request.MaxIssues);
        if (_issues.Count < request.MaxIssues || IsFirstError(message) || HasMadeRoom(message)) Add(message, at, names);
    }

    // However many warnings there are, one error is told, or the resource would pass for valid.
    private bool IsFirstError(ValidationMessage message)
        => message.Severity <= IssueSeverity.Error && !_issues.Exists(issue => issue.Severity <= IssueSeverity.Error);

    // An information gives its place to whatever weighs more.
    private bool HasMadeRoom(ValidationMessage message)
    {
        var last = message.Severity < IssueSeverity.Information ? _issues.FindLastIndex(issue => issue.Severity == IssueSeverity.Information) : -1;
        if (last >= 0) _issues.RemoveAt(last);
        return last >= 0;
    }

    private void Add(ValidationMessage message, JsonElement at, params ReadOnlySpan<object?> names)
    {
        var sentence = string.Format(CultureInfo.InvariantCulture, message.Text, names);
        var position = places.Of(at);
        var place = position is { } known ? string.Create(CultureInfo.InvariantCulture, $" (line {known.Line}, column {known.Column})") : string.Empty;
        _issues.Add(new(message.Code, $"{sentence}{place}.", path.ToString())
        {
            Severity = message.Severity,
            MessageId = message.Id,
            Line = position?.Line,
            Column = position?.Column,
        });
    }

    /// <summary>Adds an issue about a child of the element where the walk is.</summary>
    /// <param name="child">Name of the child.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="at">JSON nearest to it, for line and column.</param>
    /// <param name="names">What the message names.</param>
    public void ReportChild(string child, ValidationMessage message, JsonElement at, params ReadOnlySpan<object?> names)
    {
        path.Push(child, ElementPath.Single);
        Report(message, at, names);
        path.Pop();
    }
}

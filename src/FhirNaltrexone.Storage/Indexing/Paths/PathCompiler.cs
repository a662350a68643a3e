using System.Text;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>
/// Turns expressions into ways through JSON. Types are settled here: a choice element becomes one way for each of its types, and a cast drops
/// the ways of other types, so that nothing is left to do at run time but to look up members.
/// </summary>
internal sealed class PathCompiler
{
    private const int MaximalBranches = 256;

    private readonly string _resource;
    private readonly string _context;

    private PathCompiler(string resource, string context) => (_resource, _context) = (resource, context);

    /// <summary>Compiles an expression.</summary>
    /// <param name="expression">FHIRPath.</param>
    /// <param name="resource">Type of the resource.</param>
    /// <param name="context">Type the expression starts from: that of the resource, or of one of its elements.</param>
    /// <exception cref="PathException">The expression cannot be compiled.</exception>
    public static CompiledPath Compile(string expression, string resource, string context)
    {
        var compiler = new PathCompiler(resource, context);
        var syntax = PathParser.Parse(expression);
        if (PathConditions.IsCondition(syntax)) return new([], new PathConditions(compiler).Compile(syntax, compiler.Start()));
        var branches = compiler.Branches(syntax, null);
        return branches.Count > 0 ? new([.. branches]) : throw new PathException("it selects nothing");
    }

    /// <summary>The ways of a path; <paramref name="from"/> is what a filter looks at, null at the start of the expression.</summary>
    public List<PathBranch> Branches(PathSyntax syntax, PathBranch? from) => syntax switch
    {
        PathSyntax.Member { Target: null } first => First(first.Name, from),
        PathSyntax.Member member => Limited(Branches(member.Target!, from).SelectMany(branch => Members(branch, member.Name))),
        PathSyntax.Binary { Operator: "|" } union => Limited(Branches(union.Left, from).Concat(Branches(union.Right, from))),
        PathSyntax.Typed { Operator: "as" } cast => OfType(Branches(cast.Target, from), cast.Type),
        PathSyntax.Item item => [.. Branches(item.Target, from).Select(branch => At(branch, item.Index))],
        PathSyntax.Variable { Name: "%resource" } => [Start(_resource) with { IsFromResource = true }],
        PathSyntax.Variable { Name: "$this" } => [from ?? Start()],
        PathSyntax.Call call => Call(call, from),
        _ => throw new PathException("it uses an operator that selects no elements"),
    };

    public PathBranch Start() => Start(_context);

    private static PathBranch Start(string type) => new(type, "", []) { IsSingle = true };

    private List<PathBranch> First(string name, PathBranch? from)
    {
        if (from is null && (name == _context || name is "Resource" or "DomainResource")) return [Start()];
        var start = from is null ? Start() : new PathBranch(from.Type, "", []) { IsSingle = true };
        return Limited(Members(start, name));
    }

    private List<PathBranch> Call(PathSyntax.Call call, PathBranch? from)
    {
        var target = call.Target is null ? [from ?? Start()] : Branches(call.Target, from);
        switch (call.Function)
        {
            case "as" or "ofType" when call.Arguments is [PathSyntax.Member { Target: null } type]:
                return OfType(target, type.Name);
            case "as" or "ofType" when call.Arguments is [PathSyntax.Member { Target: PathSyntax.Member } qualified]:
                return OfType(target, qualified.Name);
            case "where" when call.Arguments is [var condition]:
                return [.. target.Select(branch => Filtered(branch, new PathConditions(this).Compile(condition, branch)))];
            case "extension" when call.Arguments is [PathSyntax.Literal { IsBoolean: false } url]:
                return Limited(target.SelectMany(branch => Members(branch, "extension")).Select(branch => Filtered(branch, PathConditions.HasUrl(url.Text))));
            case "first" when call.Arguments is []:
                return [.. target.Select(branch => At(branch, 0))];
            default:
                throw new PathException($"the function {call.Function} is not supported so");
        }
    }

    private static PathBranch Filtered(PathBranch branch, PathCondition condition)
        => branch with { Steps = [.. branch.Steps, new PathStep.Filter(condition)] };

    private static IEnumerable<PathBranch> Members(PathBranch branch, string name)
    {
        var facts = TypeModel.Elements(branch.Type, name).ToList();
        if (facts.Count == 0) throw new PathException($"{branch.Type} has no element {name}");
        return facts.Select(fact => branch with
        {
            Type = fact.Type,
            Parent = branch.Type,
            Steps = [.. branch.Steps, new PathStep.Member(Encoding.UTF8.GetBytes(fact.JsonName))],
            Systems = fact.Systems,
            IsSingle = branch.IsSingle && !fact.IsCollection,
        });
    }

    /// <summary>An index counts over the whole collection, so what lies before the member must be single: only the resource itself is taken.</summary>
    private static PathBranch At(PathBranch branch, int index)
    {
        if (branch.IsSingle) return index == 0 ? branch : throw new PathException("it takes a later item of what occurs once");
        if (branch.Steps.Length != 1 || branch.Steps[0] is not PathStep.Member last)
            throw new PathException("an index is supported on elements of the resource itself only");
        return branch with { Steps = [new PathStep.Item(last.Name, index)], IsSingle = true };
    }

    /// <summary>Search parameters write some type names with another first letter (<c>DateTime</c>) than the specification.</summary>
    private static List<PathBranch> OfType(List<PathBranch> branches, string type)
    {
        var exact = branches.Where(branch => branch.Type == type).ToList();
        return exact.Count > 0 ? exact : branches.Where(branch => branch.Type.Equals(type, StringComparison.OrdinalIgnoreCase)).ToList();
    }

    private static List<PathBranch> Limited(IEnumerable<PathBranch> branches)
    {
        var list = branches.Take(MaximalBranches + 1).ToList();
        return list.Count <= MaximalBranches ? list : throw new PathException("it has too many branches");
    }
}

using System.Runtime.CompilerServices;
using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Compiles one body: walks its ELM once and keeps which slot each alias, let and operand in scope has.</summary>
internal sealed class BodyCompiler(Linker linker, LibrarySymbols symbols, Body body)
{
    private readonly List<(string Name, int Slot)> _scope = [];
    private string? _locator;

    public Linker Linker => linker;

    public LibrarySymbols Symbols => symbols;

    public Body Body => body;

    public void CompileDefine(ElmNode definition) => body.Expression = Compile(definition.Child("expression"), definition.Locator);

    public void CompileDefault(ElmNode definition) => body.Expression = Compile(definition.Child("default"), definition.Locator);

    public void CompileFunction(ElmNode definition)
    {
        foreach (var operand in definition.List("operand")) Declare(operand.Text("name")!);
        CompileDefine(definition);
    }

    /// <summary>Compiles a node; a node that cannot run is reported and gives null.</summary>
    public Evaluator Compile(ElmNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var outer = _locator;
        _locator = node.Locator ?? outer;
        try
        {
            if (!node.IsDefined) return Fail("An expression is missing.");
            body.IsFixed &= NodeTable.IsFixed(node);
            if (!NodeTable.All.TryGetValue(node.Type, out var compile)) return Fail($"The ELM node {node.Type} is not supported.");
            var evaluator = compile(new NodeContext(node, this));
            return NodeTable.CanFail(node) ? new Placed(evaluator, body, _locator) : evaluator;
        }
        finally
        {
            _locator = outer;
        }
    }

    public Evaluator Fail(string message)
    {
        linker.Report(symbols.Name, body.Name, _locator, message);
        return Evaluator.Nothing;
    }

    /// <summary>A new slot under a name that hides outer ones until the scope is left.</summary>
    public int Declare(string name)
    {
        var slot = body.FrameSize++;
        _scope.Add((name, slot));
        return slot;
    }

    public int? Find(string name)
    {
        var index = _scope.FindLastIndex(each => each.Name == name);
        return index < 0 ? null : _scope[index].Slot;
    }

    public int Mark() => _scope.Count;

    public void Leave(int mark) => _scope.RemoveRange(mark, _scope.Count - mark);

    private Evaluator Compile(ElmNode expression, string? locator)
    {
        _locator = locator;
        return Compile(expression);
    }

    /// <summary>Adds the place to errors of operators, which know only what went wrong; an error of a body that was called is that body's.</summary>
    private sealed class Placed(Evaluator evaluator, Body body, string? locator) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            try
            {
                return evaluator.Evaluate(frame);
            }
            catch (CqlException error) when (error.Unplaced)
            {
                var place = frame.Running ?? body;
                throw error.At(place.Library, place.Name, ReferenceEquals(place, body) ? locator : null);
            }
        }
    }
}

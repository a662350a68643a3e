namespace FhirNaltrexone.Validation.FhirPath.Syntax;

/// <summary>Reads expressions along the order of operators (FHIRPath N1, 6.8).</summary>
internal sealed class Parser
{
    /// <summary>Most parts below one another: a long path is one, though nothing in it is nested.</summary>
    private const int MaxDepth = 250;

    private static readonly string[][] Levels =
    [
        ["implies"], ["or", "xor"], ["and"], ["in", "contains"], ["=", "~", "!=", "!~"], ["<", ">", "<=", ">="], ["|"], ["is", "as"],
        ["+", "-", "&"], ["*", "/", "div", "mod"],
    ];

    private readonly List<Token> _tokens;
    private int _next;
    private int _nesting;

    private Parser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_next];

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FhirPathFault">The text is no expression.</exception>
    public static PathSyntax Parse(string text)
    {
        var parser = new Parser(Lexer.Read(text));
        var syntax = parser.Expression();
        if (parser.Current.Kind != TokenKind.End) throw parser.Unexpected();
        return syntax;
    }

    private PathSyntax Expression()
    {
        Enter();
        var syntax = Operators(0);
        _nesting--;
        return syntax;
    }

    private void Enter()
    {
        if (++_nesting > FhirPathLimits.MaxNesting) throw new FhirPathFault(Current.Position, $"The expression is nested deeper than {FhirPathLimits.MaxNesting} levels.");
    }

    private PathSyntax Operators(int level)
    {
        if (level == Levels.Length) return Signed();
        var left = Operators(level + 1);
        while (Operator(level) is { } name)
        {
            var position = Current.Position;
            _next++;
            left = Checked(name is "is" or "as" ? Typed(position, name, left) : Joined(position, name, left, Operators(level + 1)));
        }

        return left;
    }

    private string? Operator(int level)
    {
        if (Current.Kind is not (TokenKind.Symbol or TokenKind.Identifier)) return null;
        var at = Array.IndexOf(Levels[level], Current.Text);
        return at < 0 ? null : Levels[level][at];
    }

    /// <summary>Operators that go on are one part, so that a long list of alternatives does not go deep.</summary>
    private static PathSyntax Joined(int position, string name, PathSyntax left, PathSyntax right)
    {
        if (name is not ("and" or "or" or "|")) return new PathSyntax.Binary(position, name, left, right);
        return left is PathSyntax.Chain chain && chain.Operator == name
            ? chain with { Operands = [.. chain.Operands, right], Depth = Math.Max(chain.Depth, right.Depth + 1) }
            : new PathSyntax.Chain(position, name, [left, right]);
    }

    private PathSyntax.Typed Typed(int position, string name, PathSyntax target)
    {
        var (space, type) = TypeName();
        return new(position, name, target, space, type);
    }

    /// <summary>A name of a type, with or without namespace.</summary>
    private (string? Namespace, string Name) TypeName()
    {
        var first = Name();
        return Take(".") ? (first, Name()) : (null, first);
    }

    private PathSyntax Signed()
    {
        if (!Current.Is("-") && !Current.Is("+")) return Path();
        var sign = _tokens[_next++];
        Enter();
        var operand = Signed();
        _nesting--;
        return new PathSyntax.Sign(sign.Position, sign.Text, operand);
    }

    private PathSyntax Path()
    {
        var syntax = Term();
        while (true)
        {
            var position = Current.Position;
            if (Take(".")) syntax = Invocation(syntax);
            else if (Take("[")) syntax = Item(position, syntax);
            else return syntax;
            Checked(syntax);
        }
    }

    private PathSyntax.Indexer Item(int position, PathSyntax target)
    {
        var place = Expression();
        Expect("]");
        return new(position, target, place);
    }

    private PathSyntax Term()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text or TokenKind.Number or TokenKind.Time:
                return Literal();
            case TokenKind.Identifier when token.Text is "true" or "false":
                _next++;
                return new PathSyntax.Literal(token.Position, FhirPathValue.Of(token.Text == "true"));
            case TokenKind.Symbol when Take("("):
                var inner = Expression();
                Expect(")");
                return inner;
            case TokenKind.Symbol when Take("{"):
                Expect("}");
                return new PathSyntax.Literal(token.Position, default);
            case TokenKind.Symbol when Take("%"):
                return new PathSyntax.Variable(token.Position, Current.Kind == TokenKind.Text ? _tokens[_next++].Text : Name());
            default:
                return Invocation(null);
        }
    }

    private PathSyntax.Literal Literal()
    {
        var token = _tokens[_next++];
        if (token.Kind != TokenKind.Number) return new(token.Position, Literals.Read(token));
        var unit = Current;
        if (unit.Kind is not (TokenKind.Text or TokenKind.Identifier) || Literals.Quantity(token, unit) is not { } quantity) return new(token.Position, Literals.Read(token));
        _next++;
        return new(token.Position, quantity);
    }

    private PathSyntax Invocation(PathSyntax? target)
    {
        var token = Current;
        if (token.Kind == TokenKind.Special)
        {
            _next++;
            if (token.Text is not ("$this" or "$index" or "$total")) throw new FhirPathFault(token.Position, $"There is no {token.Text}.");
            return new PathSyntax.Special(token.Position, token.Text);
        }

        var name = Name();
        return Take("(") ? Call(token.Position, target, name) : new PathSyntax.Member(token.Position, target, name);
    }

    private PathSyntax.Call Call(int position, PathSyntax? target, string name)
    {
        var arguments = new List<PathSyntax>();
        if (!Take(")"))
        {
            do arguments.Add(Expression());
            while (Take(","));
            Expect(")");
        }

        return new(position, target, name, arguments);
    }

    private string Name() => Current.Kind is TokenKind.Identifier or TokenKind.Quoted ? _tokens[_next++].Text : throw Unexpected();

    private bool Take(string symbol)
    {
        if (!Current.Is(symbol)) return false;
        _next++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol)) throw new FhirPathFault(Current.Position, $"A {symbol} is missing here.");
    }

    private static PathSyntax Checked(PathSyntax syntax)
        => syntax.Depth <= MaxDepth ? syntax : throw new FhirPathFault(syntax.Position, $"The expression has more than {MaxDepth} parts one after another.");

    private FhirPathFault Unexpected() => Current.Kind == TokenKind.End
        ? new(Current.Position, "The expression ends too early.")
        : new(Current.Position, "The expression cannot go on like this here.");
}

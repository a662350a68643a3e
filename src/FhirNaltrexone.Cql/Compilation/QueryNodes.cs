using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Queries. Aliases are scoped lexically: an inner alias of the same name hides the outer one and no more.</summary>
internal static class QueryNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table) => table["Query"] = Query;

    private static QueryPlan Query(NodeContext context)
    {
        var (node, compiler) = (context.Node, context.Compiler);
        var mark = compiler.Mark();
        var sources = node.List("source").Select(source => Source(compiler, source)).ToArray();
        var lets = node.List("let").Select(let => Let(compiler, let)).ToArray();
        var relations = node.List("relationship").Select(relation => Relation(compiler, relation)).ToArray();
        var where = context.Optional("where");
        var result = Result(compiler, node, sources);
        compiler.Leave(mark);
        return new QueryPlan(sources, lets, relations, where, result, SortKeys.Compile(compiler, node.Child("sort")));
    }

    private static QuerySource Source(BodyCompiler compiler, ElmNode source)
    {
        var expression = compiler.Compile(source.Child("expression"));
        return new QuerySource(expression, compiler.Declare(source.Text("alias")!), source.Text("alias")!);
    }

    private static QueryLet Let(BodyCompiler compiler, ElmNode let)
    {
        var expression = compiler.Compile(let.Child("expression"));
        return new QueryLet(expression, compiler.Declare(let.Text("identifier")!));
    }

    /// <summary>The alias of a relation is known only in its own condition.</summary>
    private static QueryRelation Relation(BodyCompiler compiler, ElmNode relation)
    {
        var mark = compiler.Mark();
        var expression = compiler.Compile(relation.Child("expression"));
        var slot = compiler.Declare(relation.Text("alias")!);
        var condition = compiler.Compile(relation.Child("suchThat"));
        compiler.Leave(mark);
        return new QueryRelation(expression, slot, condition, relation.Type == "With");
    }

    private static QueryResult Result(BodyCompiler compiler, ElmNode node, QuerySource[] sources)
    {
        var aggregate = node.Child("aggregate");
        if (aggregate.IsDefined)
        {
            var starting = aggregate.Child("starting").IsDefined ? compiler.Compile(aggregate.Child("starting")) : Evaluator.Nothing;
            var slot = compiler.Declare(aggregate.Text("identifier")!);
            return new QueryResult(compiler.Compile(aggregate.Child("expression")), starting, slot, aggregate.Flag("distinct"));
        }

        var @return = node.Child("return");
        if (!@return.IsDefined) return new QueryResult(null, null, -1, false);
        var distinct = @return.Flag("distinct") || IsUnstated(@return);
        return new QueryResult(compiler.Compile(@return.Child("expression")), null, -1, distinct && sources.Length > 0);
    }

    /// <summary>A return clause that says neither all nor distinct is distinct.</summary>
    private static bool IsUnstated(ElmNode @return) => !@return.Has("distinct");
}

namespace FhirNaltrexone.Server.Questionnaires;

/// <summary>Registers the slice.</summary>
internal static class QuestionnairesServices
{
    /// <summary>Adds <c>QuestionnaireResponse/$extract</c>.</summary>
    public static IServiceCollection AddQuestionnaires(this IServiceCollection services)
    {
        services.AddSingleton<QuestionnaireSource>();
        services.AddSingleton<ExtractOperation>();
        services.AddSingleton(provider => provider.GetRequiredService<ExtractOperation>().Operation);
        return services;
    }
}

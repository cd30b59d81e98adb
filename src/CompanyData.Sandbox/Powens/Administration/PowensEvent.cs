namespace CompanyData.Sandbox.Powens;

/// <summary>Something that webhooks are called for. The events are [docs 2021].</summary>
/// <param name="Id">A number of its own.</param>
/// <param name="Type">What has happened.</param>
/// <param name="User">To whom.</param>
/// <param name="Connection">The connection that was synchronised; null for what happens to the user.</param>
/// <param name="At">When.</param>
internal sealed record PowensEvent(long Id, string Type, PowensUser User, PowensConnection? Connection, DateTimeOffset At)
{
    public const string UserCreated = "USER_CREATED";
    public const string UserDeleted = "USER_DELETED";
    public const string ConnectionSynced = "CONNECTION_SYNCED";
}

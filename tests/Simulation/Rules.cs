using System.Text.Json;
using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Simulation;

/// <summary>What has to hold in every world.</summary>
internal static class Rules
{
    /// <summary>A dossier is of one company alone, and says what it lacks.</summary>
    /// <exception cref="ViolationException">It is not.</exception>
    public static void Check(string siren, CompanyDossier dossier)
    {
        Ensure(dossier.Siren == siren, "none mixed up", $"the dossier of {siren} says {dossier.Siren}");
        Ensure(dossier.Failures.All(failure => failure is { Reason.Length: > 0, Code.Length: > 0 }), "failures speak", $"{siren}: {dossier.Failures}");
        if (dossier.Status == DossierStatus.Complete)
        {
            Ensure(dossier.Profile?.RegistrationNumber == siren, "none mixed up", $"the profile of {siren} is of {dossier.Profile?.RegistrationNumber}");
            Ensure(
                ((IEnumerable<QardUserData>)[dossier.Profile!, .. dossier.Officers, .. dossier.BeneficialOwners]).All(item => item.UserId == dossier.UserId),
                "none mixed up",
                $"the dossier of {siren} holds what belongs to another user");
            Ensure(dossier.Officers.Count > 0 && dossier.BeneficialOwners.Count > 0, "none lost", $"{siren} is complete without officers or owners");
        }
    }

    /// <summary>Whether the journal says that every company has come as far as it can.</summary>
    public static bool AllEnded(World world)
        => Journal(world) is var journal && world.Plan.Sirens.All(siren => WorldPlan.Incomplete.Contains(siren) || IsComplete(journal, siren));

    /// <param name="world">The world, at its end.</param>
    /// <param name="delivered">Every dossier that was handed on.</param>
    /// <param name="ask">Asks the service.</param>
    /// <exception cref="ViolationException">Something does not hold.</exception>
    public static void Check(World world, IReadOnlyList<CompanyDossier> delivered, Func<string, string> ask)
    {
        IReadOnlyDictionary<string, JournaledCompany> journal = Journal(world);
        ILookup<string, string> users = JsonDocument.Parse(ask("users?page=1&per_page=100")).RootElement.GetProperty("result").EnumerateArray()
            .ToLookup(user => user.GetProperty("siren").GetString()!, user => user.GetProperty("id").GetString()!);
        foreach (string siren in world.Plan.Sirens)
        {
            Ensure(users[siren].Count() < 2, "no user twice", $"{siren} has {users[siren].Count()} users");
            Ensure(users[siren].Any(), "none lost", $"{siren} has no user");
            string user = users[siren].Single();
            int connections = JsonDocument.Parse(ask($"users/{user}/data-connections")).RootElement.GetArrayLength();
            Ensure(connections == 1, "no connection twice", $"{siren} has {connections} connections");
            CompanyDossier[] own = [.. delivered.Where(dossier => dossier.Siren == siren)];
            Ensure(own.All(dossier => dossier.UserId is null || dossier.UserId == user), "none mixed up", $"{siren} is user {user}, and was collected as another");
            Ensure(own.Length > 0, "none lost", $"no dossier of {siren} was handed on");
            bool isComplete = own.Any(dossier => dossier.Status == DossierStatus.Complete);
            Ensure(!IsComplete(journal, siren) || isComplete, "none lost", $"the journal says that {siren} is complete; no such dossier was handed on");
            if (!WorldPlan.Incomplete.Contains(siren))
            {
                Ensure(IsComplete(journal, siren), "none stuck", $"{siren} is {journal.GetValueOrDefault(siren)?.State} after all: {journal.GetValueOrDefault(siren)?.LastError}");
            }
        }

        Ensure(users.All(group => world.Plan.Sirens.Contains(group.Key)), "none mixed up", "there are users whom nobody asked for");
        world.Ledger.Check(world.Disk.Read(World.AuditPath));
    }

    private static bool IsComplete(IReadOnlyDictionary<string, JournaledCompany> journal, string siren)
        => journal.TryGetValue(siren, out JournaledCompany? company) && company.State == JournalState.Complete;

    private static IReadOnlyDictionary<string, JournaledCompany> Journal(World world)
        => CollectionJournal.Read(World.JournalPath, world.Disk.Mount(new SimulatedProcess(0, world.Clock, end: null))).ToDictionary(company => company.Siren);

    private static void Ensure(bool holds, string rule, string what)
    {
        if (!holds)
        {
            throw new ViolationException(rule, what);
        }
    }
}

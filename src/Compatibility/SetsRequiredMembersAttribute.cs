namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a constructor that sets every <c>required</c> member, where the framework lacks this type.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;

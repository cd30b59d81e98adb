namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit <c>required</c> members where the framework lacks this type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

using Rewards.Application;
using Rewards.Domain;

namespace Rewards.Web.Pages.Office;

/// <summary>A field of the editor.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Form">The values.</param>
/// <param name="Refusal">What is wrong with it.</param>
/// <param name="Label">The key of its label.</param>
/// <param name="Hint">The key of its hint; null for none.</param>
/// <param name="Type">Of the input.</param>
/// <param name="Mode">The keyboard asked for.</param>
public sealed record FieldView(
    string Name, TypedForm Form, Error? Refusal, string Label, string? Hint = null, string Type = "text", string? Mode = null);

namespace Rewards.Application;

/// <summary>The folder of this node for what can be made again: <c>Storage:Folder</c>.</summary>
/// <param name="Path">Whole.</param>
public sealed record DataFolder(string Path);

using Microsoft.AspNetCore.Connections;
using Rewards.Setup;
using Rewards.Web.Hosting;

try
{
    var app = PortalHost.Build(args);
    await PortalStart.PrepareAsync(app);
    await app.RunAsync();
    return 0;
}
catch (IOException problem) when (problem.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"Urls: {problem.Message}");
    return 1;
}
catch (SettingException problem)
{
    // A setting that is wrong is said in one line, and nothing is half started.
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}

using System.Globalization;
using Rewards.Cli;

// The command line speaks English, whatever the machine does.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
return await CommandLine.RunAsync(args);

using Alys.Monitor;

return await CommandLine.RunAsync(args, Console.Error);

import { calendar } from '#cli/calendar.ts';
import { contentOf, type Common, type Declare, originHere } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--new', 'make a new address; an older one stops working')
    .option('--stop', 'stop the address')
    .option('--origin <address>', 'where the desk is reached', originHere())
    .action((options: Common & { new?: boolean; stop?: boolean; origin: string }) => {
      if (options.new === options.stop) command.error('Say --new or --stop.');
      const { origin } = options;
      return run(
        options,
        calendar({ content: contentOf(options), origin, make: options.new === true }),
      );
    });

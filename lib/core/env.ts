import { z } from "zod";

const schema = z.object({
  APP_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_SECRET: z.string().min(16),
  ZHANGGUI_SECRET: z.string().min(16),
  ZHANGGUI_URL: z.url().default("http://localhost:3000"),
  ZHANGGUI_DATA_DIR: z.string().default(".data"),
  /** Hosts inside the own network that channels may call, such as a self-hosted mail gateway; comma-separated. */
  ZHANGGUI_PRIVATE_HOSTS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
});

export type Env = z.infer<typeof schema>;

let cached: Env | undefined;

/** The process's settings, checked once. The launcher sets them; see the README's configuration table. */
export function env(): Env {
  if (cached) return cached;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const names = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new Error(`These settings are missing or not valid: ${names}. Start the program with "npm start".`);
  }
  cached = result.data;
  return cached;
}

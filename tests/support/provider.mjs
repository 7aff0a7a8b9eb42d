/**
 * A certified OpenID provider for tests, on this machine: anybody signs in there under any name. Some names make it lie:
 * what it tells of "faulty-nonce" has another nonce, and so on. Its first line says what it calls itself.
 *
 * node provider.mjs CLIENT_ID CLIENT_SECRET REDIRECT_URI SIGNED_OUT_URI
 */
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { CompactSign, decodeJwt, importJWK } from "jose";
import { Provider } from "oidc-provider";

const [clientId, clientSecret, redirectUri, signedOutUri] = process.argv.slice(2);

const newKey = () => ({
	...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
	alg: "RS256",
	kid: "one",
	use: "sig",
});
const own = newKey();
const foreign = newKey();

/** By name, what is changed of what is told of them. */
const FAULTS = {
	"faulty-nonce": (told) => ({ ...told, nonce: "another" }),
	"faulty-no-nonce": ({ nonce: _, ...told }) => told,
	"faulty-expiry": (told) => ({ ...told, iat: told.iat - 7200, exp: told.iat - 3600 }),
	"faulty-issuer": (told) => ({ ...told, iss: "https://provider.example" }),
	"faulty-audience": (told) => ({ ...told, aud: "another-client", azp: clientId }),
	"faulty-subject": (told) => ({ ...told, sub: "x".repeat(256) }),
	"faulty-age": (told) => ({ ...told, auth_time: told.auth_time - 3600 }),
	"faulty-no-age": ({ auth_time: _, ...told }) => told,
	"faulty-words-for-age": (told) => ({ ...told, auth_time: "now" }),
	"faulty-signature": (told) => told,
};

const server = createServer();
server.listen(0, "127.0.0.1", () => {
	const issuer = `http://127.0.0.1:${server.address().port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [redirectUri],
				post_logout_redirect_uris: [signedOutUri],
			},
		],
		cookies: { keys: ["only-for-tests"] },
		jwks: { keys: [own] },
		pkce: { required: () => true },
	});
	provider.use(async (context, next) => {
		await next();
		const told = context.path === "/token" && context.body?.id_token;
		const name = told && decodeJwt(told).sub;
		if (!FAULTS[name]) return;
		const key = await importJWK(name === "faulty-signature" ? foreign : own, "RS256");
		const lie = new TextEncoder().encode(JSON.stringify(FAULTS[name](decodeJwt(told))));
		const header = { alg: "RS256", kid: own.kid };
		context.body = { ...context.body, id_token: await new CompactSign(lie).setProtectedHeader(header).sign(key) };
	});
	server.on("request", provider.callback());
	console.log(issuer);
});

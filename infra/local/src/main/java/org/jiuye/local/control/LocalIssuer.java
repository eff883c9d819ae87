package org.jiuye.local.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.jiuye.local.http.HttpAnswer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The local cloud's own OpenID Connect issuer. Its key pair stays in the data folder, readable by
 * its owner alone, so that tokens hold across restarts on the same port.
 */
public final class LocalIssuer {

  /** Where the issuer is served, below the local cloud's address. */
  static final String PATH = "/_local/issuer";

  private static final String KEY_FILE = "issuer-key.json";
  private static final int KEY_BITS = 2048;
  private static final JsonMapper JSON = new JsonMapper();

  private final String url;
  private final RSAKey key;

  private LocalIssuer(String url, RSAKey key) {
    this.url = url;
    this.key = key;
  }

  /**
   * Opens the issuer; makes its key pair when the data folder has none.
   *
   * @param address where the local cloud is reached
   */
  public static LocalIssuer open(Path dataDirectory, URI address) {
    Path file = dataDirectory.resolve(KEY_FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(dataDirectory);
        write(file, generate().toJSONString());
      }
      return new LocalIssuer(address + PATH, RSAKey.parse(Files.readString(file)));
    } catch (IOException problem) {
      throw new UncheckedIOException("The issuer's key cannot be kept in " + file, problem);
    } catch (ParseException problem) {
      throw new IllegalStateException(file + " does not hold the issuer's key", problem);
    }
  }

  /** What tokens name as their issuer: the value for the template's authorizer. */
  public String url() {
    return url;
  }

  /** A signed token with these claims and this issuer. */
  String sign(JWTClaimsSet.Builder claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims.issuer(url).build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException problem) {
      throw new IllegalStateException("A token cannot be signed", problem);
    }
    return token.serialize();
  }

  HttpAnswer discovery() {
    ObjectNode document = JSON.createObjectNode();
    document.put("issuer", url);
    document.put("jwks_uri", url + "/keys");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("response_types_supported").add("token");
    document.putArray("subject_types_supported").add("public");
    return HttpAnswer.json(200, document);
  }

  HttpAnswer keys() {
    return HttpAnswer.json(200, JSON.valueToTree(new JWKSet(key.toPublicJWK()).toJSONObject()));
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException problem) {
      throw new IllegalStateException("The issuer's key cannot be made", problem);
    }
  }

  /** All or nothing, also when the machine stops half-way. */
  private static void write(Path file, String text) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), KEY_FILE, "", ownerOnly);
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

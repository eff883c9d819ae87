package org.jiuye.checks.localstack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuye.checks.Repository;
import org.jiuye.emulators.RunningServices;
import org.jiuye.shared.json.Json;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LocalNames;
import org.jiuye.template.TemplateReader;
import org.jiuye.testing.TestCloud;

/**
 * {@code template.yaml} deployed by CloudFormation, its nested stacks in one with it, after the SAM
 * transform of LocalStack.
 *
 * @param resources what was made, by logical id
 */
record DeployedStack(URI endpoint, Map<String, CloudFormation.Resource> resources) {
  static final String NAME = "jiuye";

  /** The stack that shows what the SAM transform makes of the template. */
  private static final String WHOLE = "jiuye-whole";

  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String TEMPLATE = "template.yaml";

  /** Deploys what LocalStack can make of the template. */
  static DeployedStack deploy(LocalStack localStack) {
    CloudFormation cloudFormation = new CloudFormation(localStack.api());
    // LocalStack gives the transformed template of stacks alone that it has tried to make; this one
    // ends at the first function.
    cloudFormation.create(
        WHOLE, packaged(Flattened.of(Repository.root().resolve(TEMPLATE))), TestCloud.PARAMETERS);
    CloudTemplate declared = template(names(localStack.endpoint(), Map.of()));
    String possible =
        LeftOut.without(
            Json.MAPPER.readTree(cloudFormation.processedTemplate(WHOLE)), NAME, declared);
    String status = cloudFormation.create(NAME, possible, TestCloud.PARAMETERS);
    List<CloudFormation.Resource> resources = cloudFormation.resources(NAME);
    if (!status.equals(CloudFormation.COMPLETE)) {
      throw new IllegalStateException("The stack is %s: %s".formatted(status, resources));
    }
    return new DeployedStack(
        localStack.endpoint(),
        resources.stream()
            .collect(Collectors.toMap(CloudFormation.Resource::logicalId, made -> made)));
  }

  /** What the template declares, under the names that the stack has given. */
  CloudTemplate template() {
    return template(names(endpoint, physicalNames()));
  }

  /** What a resource is called. */
  String physicalName(String logicalId) {
    return Optional.ofNullable(resources.get(logicalId))
        .map(CloudFormation.Resource::physicalId)
        .orElseThrow(() -> new IllegalArgumentException("The stack has no " + logicalId));
  }

  /** The key above persons' data keys. */
  String personKeyArn() {
    return "arn:aws:kms:%s:000000000000:key/%s"
        .formatted(LocalStack.REGION.id(), physicalName("PersonKey"));
  }

  /** The system properties by which tests find this stack. */
  Map<String, String> properties() {
    return RunningServices.properties(endpoint, NAME, physicalNames());
  }

  private Map<String, String> physicalNames() {
    return resources.values().stream()
        .filter(
            resource -> resource.type().equals(TABLE) || resource.type().equals("AWS::SQS::Queue"))
        .collect(
            Collectors.toMap(
                CloudFormation.Resource::logicalId,
                // A queue's id is its URL.
                resource -> resource.physicalId().replaceAll(".*/", "")));
  }

  private static LocalNames names(URI endpoint, Map<String, String> made) {
    return new RunningServices(endpoint, NAME, made).names(endpoint, endpoint);
  }

  private static CloudTemplate template(LocalNames names) {
    return TemplateReader.read(Repository.root().resolve(TEMPLATE), TestCloud.PARAMETERS, names);
  }

  /** The template as {@code sam deploy} sends it, with packages in a bucket. */
  private static String packaged(String template) {
    return template.replaceAll(
        "\"CodeUri\":\"[^\"]*/functions/([^/\"]+)/[^\"]*\"",
        "\"CodeUri\":\"s3://packages/$1.zip\"");
  }
}

package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Whole requests, so that a weaker condition fails here. */
class WriteRequestsTest {
  private static final ReturnValuesOnConditionCheckFailure OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  private final SentRequests sent = new SentRequests();
  private final Table table = TestCloud.table(sent);
  private final String partition = TestCloud.partition();
  private final Key key = new Key(partition, "A");
  private final Map<String, AttributeValue> whole =
      Map.of(
          "pk", AttributeValue.fromS(partition),
          "sk", AttributeValue.fromS("A"),
          "state", AttributeValue.fromS("FREE"));
  private final Map<String, AttributeValue> keyOfA =
      Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS("A"));

  private static final Map<String, AttributeValue> FREE =
      Map.of("state", AttributeValue.fromS("FREE"));
  private static final Expression IS_FREE =
      Expression.of("#state = :free").name("#state", "state").value(":free", "FREE");
  private static final Expression TAKE =
      Expression.of("SET #state = :taken, #v = :v")
          .name("#state", "state")
          .name("#v", "version")
          .value(":taken", "TAKEN")
          .value(":v", 2);
  private static final Map<String, String> BOTH_NAMES = Map.of("#state", "state", "#v", "version");
  private static final Map<String, AttributeValue> BOTH_VALUES =
      Map.of(
          ":taken", AttributeValue.fromS("TAKEN"),
          ":v", AttributeValue.fromN("2"),
          ":free", AttributeValue.fromS("FREE"));

  @Test
  void oneItemIsCreatedUnderAFreeKey() {
    table.write(Write.create(key, FREE));

    assertThat(sent.of(PutItemRequest.class))
        .containsExactly(
            PutItemRequest.builder()
                .tableName(TestCloud.tableName())
                .item(whole)
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(OLD)
                .build());
    assertThat(sent.count()).isEqualTo(1);
  }

  @Test
  void oneItemIsReplacedUnderACondition() {
    table.write(Write.replace(key, FREE, IS_FREE));

    assertThat(sent.of(PutItemRequest.class))
        .containsExactly(
            PutItemRequest.builder()
                .tableName(TestCloud.tableName())
                .item(whole)
                .conditionExpression("#state = :free")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":free", AttributeValue.fromS("FREE")))
                .returnValuesOnConditionCheckFailure(OLD)
                .build());
  }

  @Test
  void oneItemIsUpdatedUnderACondition() {
    table.write(Write.update(key, TAKE, IS_FREE));

    assertThat(sent.of(UpdateItemRequest.class))
        .containsExactly(
            UpdateItemRequest.builder()
                .tableName(TestCloud.tableName())
                .key(keyOfA)
                .updateExpression("SET #state = :taken, #v = :v")
                .conditionExpression("#state = :free")
                .expressionAttributeNames(BOTH_NAMES)
                .expressionAttributeValues(BOTH_VALUES)
                .returnValuesOnConditionCheckFailure(OLD)
                .build());
  }

  @Test
  void oneItemIsRemovedUnderACondition() {
    table.write(Write.delete(key, IS_FREE));

    assertThat(sent.of(DeleteItemRequest.class))
        .containsExactly(
            DeleteItemRequest.builder()
                .tableName(TestCloud.tableName())
                .key(keyOfA)
                .conditionExpression("#state = :free")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":free", AttributeValue.fromS("FREE")))
                .returnValuesOnConditionCheckFailure(OLD)
                .build());
  }

  @Test
  void withoutAConditionNoneIsSent() {
    table.write(new Write.Put(key, FREE, Optional.empty()));
    table.write(new Write.Update(key, Expression.of("REMOVE remark"), Optional.empty()));
    table.write(new Write.Delete(key, Optional.empty()));

    String name = TestCloud.tableName();
    assertThat(sent.of(PutItemRequest.class))
        .containsExactly(PutItemRequest.builder().tableName(name).item(whole).build());
    assertThat(sent.of(UpdateItemRequest.class))
        .containsExactly(
            UpdateItemRequest.builder()
                .tableName(name)
                .key(keyOfA)
                .updateExpression("REMOVE remark")
                .build());
    assertThat(sent.of(DeleteItemRequest.class))
        .containsExactly(DeleteItemRequest.builder().tableName(name).key(keyOfA).build());
  }

  @Test
  void severalItemsAreOneTransactionInTheirOrder() {
    new Transaction()
        .and(Write.create(key, FREE))
        .and(Write.update(new Key(partition, "B"), TAKE, IS_FREE))
        .and(Write.delete(new Key(partition, "C"), IS_FREE))
        .and(new Write.Check(new Key(partition, "D"), Expression.present()))
        .write(table);

    TransactWriteItemsRequest request = sent.of(TransactWriteItemsRequest.class).getFirst();
    String name = TestCloud.tableName();
    assertThat(request.transactItems())
        .containsExactly(
            TransactWriteItem.builder()
                .put(
                    Put.builder()
                        .tableName(name)
                        .item(whole)
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(OLD)
                        .build())
                .build(),
            TransactWriteItem.builder()
                .update(
                    Update.builder()
                        .tableName(name)
                        .key(new Key(partition, "B").attributes())
                        .updateExpression("SET #state = :taken, #v = :v")
                        .conditionExpression("#state = :free")
                        .expressionAttributeNames(BOTH_NAMES)
                        .expressionAttributeValues(BOTH_VALUES)
                        .returnValuesOnConditionCheckFailure(OLD)
                        .build())
                .build(),
            TransactWriteItem.builder()
                .delete(
                    Delete.builder()
                        .tableName(name)
                        .key(new Key(partition, "C").attributes())
                        .conditionExpression("#state = :free")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":free", AttributeValue.fromS("FREE")))
                        .returnValuesOnConditionCheckFailure(OLD)
                        .build())
                .build(),
            TransactWriteItem.builder()
                .conditionCheck(
                    ConditionCheck.builder()
                        .tableName(name)
                        .key(new Key(partition, "D").attributes())
                        .conditionExpression("attribute_exists(pk)")
                        .returnValuesOnConditionCheckFailure(OLD)
                        .build())
                .build());
    assertThat(request.clientRequestToken()).hasSize(36);
  }

  @Test
  void everyTransactionHasATokenOfItsOwn() {
    List<Write> writes = List.of(put("A"), put("B"));
    table.write(writes);
    table.write(writes);

    assertThat(sent.of(TransactWriteItemsRequest.class))
        .extracting(TransactWriteItemsRequest::clientRequestToken)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void anUpdateThatAddsGoesWithATokenEvenAlone() {
    for (String adding :
        List.of("ADD #n :one", "SET #n = #n + :one", "SET #n = :one-#n", "add #n :one")) {
      table.write(
          new Write.Update(
              key, Expression.of(adding).name("#n", "count").value(":one", 1), Optional.empty()));
    }

    assertThat(sent.of(UpdateItemRequest.class)).isEmpty();
    assertThat(sent.of(TransactWriteItemsRequest.class))
        .hasSize(4)
        .allSatisfy(request -> assertThat(request.clientRequestToken()).isNotEmpty());
  }

  @Test
  void anUpdateThatLengthensAListIsUnsafeToRepeat() {
    Write.Update longer =
        new Write.Update(
            key, Expression.of("SET entries = list_append(entries, :more)"), Optional.empty());

    assertThat(longer.isUnsafeToRepeat()).isTrue();
  }

  @Test
  void anUpdateThatOnlyLooksLikeAddingCostsNoTransaction() {
    table.write(
        new Write.Update(
            key, Expression.of("SET address = :one").value(":one", 1), Optional.empty()));

    assertThat(sent.of(UpdateItemRequest.class)).hasSize(1);
  }

  @Test
  void theKeyIsPartOfTheItemWhateverTheItemSays() {
    Write.Put put =
        new Write.Put(key, Map.of("pk", AttributeValue.fromS("STALL#other")), Optional.empty());

    assertThat(put.item()).isEqualTo(keyOfA);
  }

  @Test
  void aCheckAloneWritesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.write(new Write.Check(key, Expression.present())));
  }

  private Write put(String sort) {
    return new Write.Put(new Key(partition, sort), FREE, Optional.empty());
  }
}

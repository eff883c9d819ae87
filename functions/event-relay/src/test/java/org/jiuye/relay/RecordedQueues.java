package org.jiuye.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Queues that fail as SQS does and the emulator cannot: some entries of a batch, or all of it. */
final class RecordedQueues implements SqsClient {
  final List<SendMessageBatchRequest> requests = new ArrayList<>();
  final List<SendMessageBatchRequestEntry> taken = new ArrayList<>();

  /** Whether an entry is refused in the request of a number, counting from 1. */
  BiPredicate<Integer, SendMessageBatchRequestEntry> refusing = (_, _) -> false;

  /** Called with each request's number, to fail it whole. */
  IntConsumer beforeEach = _ -> {};

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    requests.add(request);
    int number = requests.size();
    beforeEach.accept(number);
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    List<SendMessageBatchResultEntry> successful = new ArrayList<>();
    for (SendMessageBatchRequestEntry entry : request.entries()) {
      if (refusing.test(number, entry)) {
        failed.add(BatchResultErrorEntry.builder().id(entry.id()).code("InternalError").build());
      } else {
        taken.add(entry);
        successful.add(SendMessageBatchResultEntry.builder().id(entry.id()).build());
      }
    }
    return SendMessageBatchResponse.builder().failed(failed).successful(successful).build();
  }

  List<String> bodies() {
    return taken.stream().map(SendMessageBatchRequestEntry::messageBody).toList();
  }

  @Override
  public String serviceName() {
    return SqsClient.SERVICE_NAME;
  }

  @Override
  public void close() {}
}
